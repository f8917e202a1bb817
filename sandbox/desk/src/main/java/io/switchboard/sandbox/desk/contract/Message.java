package io.switchboard.sandbox.desk.contract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A message, complete at every revision.
 *
 * @param textPlain all its words
 * @param textStripped those written this time; empty when that is all of them
 */
public record Message(
        Optional<String> messageId,
        Optional<String> nativeId,
        int revision,
        String direction,
        Optional<Author> author,
        String visibility,
        Optional<Instant> occurredAt,
        String occurredAtPrecision,
        Optional<Instant> receivedAt,
        Optional<Instant> recordedAt,
        boolean late,
        List<Part> content,
        String textPlain,
        Optional<String> textStripped,
        Optional<String> subject,
        List<Recipient> recipients,
        Optional<Reference> inReplyTo,
        Optional<Context> context,
        List<Attachment> attachments,
        Map<String, Boolean> flags,
        Optional<Receipt> receipt,
        Optional<Match> threadMatch,
        Optional<Body.RawReference> rawRef) {

    public boolean isOutbound() {
        return direction.equals("outbound");
    }

    /** What its author wrote this time. */
    public String words() {
        return textStripped.orElse(textPlain);
    }

    /** The same message with a newer state of one of its files. */
    public Message with(Attachment newer) {
        var updated = attachments.stream()
                .map(known -> known.attachmentId().equals(newer.attachmentId()) ? newer : known)
                .toList();
        return new Message(
                messageId,
                nativeId,
                revision,
                direction,
                author,
                visibility,
                occurredAt,
                occurredAtPrecision,
                receivedAt,
                recordedAt,
                late,
                content,
                textPlain,
                textStripped,
                subject,
                recipients,
                inReplyTo,
                context,
                updated,
                flags,
                receipt,
                threadMatch,
                rawRef);
    }

    @Override
    public String toString() {
        return "Message[***]";
    }

    /** Who wrote it, and in which role. */
    public record Author(
            String kind,
            Optional<String> identityId,
            Optional<String> address,
            Optional<String> displayName,
            Optional<String> handle) {

        @Override
        public String toString() {
            return "Author[" + kind + "]";
        }
    }

    /** Somebody it is addressed to. */
    public record Recipient(String role, Optional<String> address, Optional<String> name) {

        @Override
        public String toString() {
            return "Recipient[" + role + "]";
        }
    }

    /** The message it points at. */
    public record Reference(String kind, String nativeId, Optional<String> messageId, Optional<String> preview) {

        @Override
        public String toString() {
            return "Reference[" + kind + "]";
        }
    }

    /** What it is about beyond its words. */
    public record Context(
            Optional<Referral> referral, Optional<Part> product, Optional<String> url, List<String> orderReferences) {}

    /** The advertisement or link that brought the customer. */
    public record Referral(String sourceType, Optional<String> url, Optional<String> headline) {}

    /** Why it landed in its thread. */
    public record Match(String rule, double confidence) {}
}
