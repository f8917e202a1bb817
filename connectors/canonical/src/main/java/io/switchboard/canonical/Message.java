package io.switchboard.canonical;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A message as the helpdesk core reads it: a full snapshot at every revision.
 *
 * @param nativeId the platform's id, unique within the connection; absent while a message of ours was not accepted
 * @param revision from 1, grows with every edit, deletion or enrichment
 * @param seq position of the event that carries this snapshot within its thread, gap-free from 1
 * @param receivedAt when the delivery reached us
 * @param recordedAt when it was written to the journal
 * @param late happened before something already published on this thread
 * @param textPlain the content in plain words
 * @param textStripped what was written this time, without repeated messages and signature; absent when that is all of it
 * @param htmlStripped the same as HTML, where there is HTML
 * @param signature the closing lines under the writer's name
 * @param quotedRanges ranges of {@code textPlain} that repeat earlier messages
 * @param subject where the channel has one
 * @param receipt how far it got, for outbound messages
 * @param rawRef the delivery it came from
 * @param ext the platform's specifics under its own names, flat
 */
public record Message(
        MessageId messageId,
        ThreadId threadId,
        ConnectionId connectionId,
        TenantId tenantId,
        Optional<String> nativeId,
        int revision,
        long seq,
        Direction direction,
        MessageAuthor author,
        Channel channel,
        Surface surface,
        Visibility visibility,
        Instant occurredAt,
        Precision occurredAtPrecision,
        Instant receivedAt,
        Instant recordedAt,
        boolean late,
        List<Part> content,
        String textPlain,
        Optional<String> textStripped,
        Optional<String> htmlStripped,
        Optional<String> signature,
        List<WrittenText.Range> quotedRanges,
        Optional<String> subject,
        List<MessageRecipient> recipients,
        Optional<MessageReference> inReplyTo,
        MessageContext context,
        List<Attachment> attachments,
        Set<MessageFlag> flags,
        Optional<EmailDetails> email,
        Optional<Receipt> receipt,
        Optional<ThreadMatch> threadMatch,
        RawReference rawRef,
        Map<String, String> ext) {

    public Message {
        content = List.copyOf(content);
        quotedRanges = List.copyOf(quotedRanges);
        recipients = List.copyOf(recipients);
        attachments = List.copyOf(attachments);
        flags = Set.copyOf(flags);
        ext = Map.copyOf(ext);
    }

    @Override
    public String toString() {
        return "Message[" + messageId + "]";
    }
}
