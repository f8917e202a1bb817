package io.switchboard.canonical;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A message as the helpdesk core reads it: a full snapshot at every revision.
 *
 * @param revision from 1, grows with every edit, deletion or enrichment
 * @param seq position of the event that carries this snapshot within its thread, gap-free from 1
 * @param receivedAt when the delivery reached us
 * @param recordedAt when it was written to the journal
 * @param late happened before something already published on this thread
 * @param textPlain the content in plain words
 * @param receipt how far it got, for outbound messages
 * @param rawRef the delivery it came from
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
