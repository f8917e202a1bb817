package io.switchboard.canonical;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A message as a connector understood it, before thread, ticket and customer are known.
 *
 * @param nativeId the platform's id of the message, unique within the connection
 * @param fingerprint lower-case hex of a content hash where the native id can be forged or reused, as in e-mail
 * @param content in reading order, never empty
 * @param text the plain words, where the connector can tell new ones from repeated ones
 * @param attachments what media parts point at by index
 * @param returnAddress what the connector's sender needs to answer
 * @param ext the platform's specifics under its own names, flat
 */
public record InboundMessage(
        String nativeId,
        Optional<String> fingerprint,
        ThreadAddress thread,
        Surface surface,
        Visibility visibility,
        Author author,
        Moment occurredAt,
        List<Part> content,
        Optional<WrittenText> text,
        List<MediaReference> attachments,
        Optional<String> subject,
        List<Recipient> recipients,
        Optional<Reference> inReplyTo,
        MessageContext context,
        Set<MessageFlag> flags,
        Optional<EmailDetails> email,
        ReplyCapability replyCapability,
        ReturnAddress returnAddress,
        Map<String, String> ext) {

    public InboundMessage {
        content = List.copyOf(content);
        attachments = List.copyOf(attachments);
        recipients = List.copyOf(recipients);
        flags = Set.copyOf(flags);
        ext = Map.copyOf(ext);
        if (content.isEmpty()) {
            throw new IllegalArgumentException("a message has at least one content part");
        }
        for (var part : content) {
            if (part instanceof Part.Media media && media.attachment() >= attachments.size()) {
                throw new IllegalArgumentException(
                        "media part points at attachment " + media.attachment() + " of " + attachments.size());
            }
        }
    }

    public static Builder builder(
            String nativeId, ThreadAddress thread, Surface surface, Author author, Moment occurredAt) {
        return new Builder(nativeId, thread, surface, author, occurredAt);
    }

    /** The same on every delivery of this message. */
    public MessageId id(TenantId tenant, ConnectionId connection) {
        return fingerprint
                .map(hash -> MessageId.of(tenant, connection, nativeId, hash))
                .orElseGet(() -> MessageId.of(tenant, connection, nativeId));
    }

    @Override
    public String toString() {
        return "InboundMessage[" + surface.name().toLowerCase(Locale.ROOT) + ", " + content.size() + " parts]";
    }

    /** Collects what a platform's payload offers; whatever is not said stays at its plainest. */
    public static final class Builder {

        private final String nativeId;
        private final ThreadAddress thread;
        private final Surface surface;
        private final Author author;
        private final Moment occurredAt;
        private Optional<String> fingerprint = Optional.empty();
        private Visibility visibility = Visibility.PRIVATE;
        private List<Part> content = List.of();
        private Optional<WrittenText> text = Optional.empty();
        private List<MediaReference> attachments = List.of();
        private Optional<String> subject = Optional.empty();
        private List<Recipient> recipients = List.of();
        private Optional<Reference> inReplyTo = Optional.empty();
        private MessageContext context = MessageContext.NONE;
        private Set<MessageFlag> flags = Set.of();
        private Optional<EmailDetails> email = Optional.empty();
        private ReplyCapability replyCapability = ReplyCapability.NONE;
        private ReturnAddress returnAddress = ReturnAddress.NONE;
        private Map<String, String> ext = Map.of();

        private Builder(String nativeId, ThreadAddress thread, Surface surface, Author author, Moment occurredAt) {
            this.nativeId = nativeId;
            this.thread = thread;
            this.surface = surface;
            this.author = author;
            this.occurredAt = occurredAt;
        }

        public Builder fingerprint(String sha256) {
            this.fingerprint = Optional.of(sha256);
            return this;
        }

        public Builder visibility(Visibility value) {
            this.visibility = value;
            return this;
        }

        public Builder content(List<? extends Part> parts) {
            this.content = List.copyOf(parts);
            return this;
        }

        public Builder text(WrittenText value) {
            this.text = Optional.of(value);
            return this;
        }

        public Builder attachments(List<MediaReference> references) {
            this.attachments = references;
            return this;
        }

        public Builder subject(String text) {
            this.subject = Optional.of(text);
            return this;
        }

        public Builder recipients(List<Recipient> value) {
            this.recipients = value;
            return this;
        }

        public Builder inReplyTo(Reference value) {
            this.inReplyTo = Optional.of(value);
            return this;
        }

        public Builder context(MessageContext value) {
            this.context = value;
            return this;
        }

        public Builder flags(Set<MessageFlag> value) {
            this.flags = value;
            return this;
        }

        public Builder email(EmailDetails value) {
            this.email = Optional.of(value);
            return this;
        }

        public Builder reply(ReplyCapability capability, ReturnAddress address) {
            this.replyCapability = capability;
            this.returnAddress = address;
            return this;
        }

        public Builder ext(Map<String, String> value) {
            this.ext = value;
            return this;
        }

        public InboundMessage build() {
            return new InboundMessage(
                    nativeId,
                    fingerprint,
                    thread,
                    surface,
                    visibility,
                    author,
                    occurredAt,
                    content,
                    text,
                    attachments,
                    subject,
                    recipients,
                    inReplyTo,
                    context,
                    flags,
                    email,
                    replyCapability,
                    returnAddress,
                    ext);
        }
    }
}
