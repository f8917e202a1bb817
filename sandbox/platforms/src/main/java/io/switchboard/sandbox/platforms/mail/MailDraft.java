package io.switchboard.sandbox.platforms.mail;

import java.util.List;
import java.util.Optional;

/**
 * What somebody is about to send.
 *
 * @param html the same text as HTML, sent as the alternative
 * @param inReplyTo Message-ID of the mail it answers, with angle brackets
 * @param references Message-IDs of the conversation, oldest first
 */
public record MailDraft(
        String to,
        String subject,
        String text,
        Optional<String> html,
        List<Attachment> attachments,
        Optional<String> inReplyTo,
        List<String> references) {

    /** A text file, which is attachment enough to test with. */
    public record Attachment(String filename, String content) {}

    public MailDraft {
        attachments = List.copyOf(attachments);
        references = List.copyOf(references);
    }

    public static MailDraft of(String to, String subject, String text) {
        return new MailDraft(to, subject, text, Optional.empty(), List.of(), Optional.empty(), List.of());
    }

    public MailDraft withHtml(String changed) {
        return new MailDraft(to, subject, text, Optional.of(changed), attachments, inReplyTo, references);
    }

    public MailDraft withAttachment(String filename, String content) {
        return new MailDraft(
                to, subject, text, html, List.of(new Attachment(filename, content)), inReplyTo, references);
    }

    MailDraft answering(String messageId, List<String> thread) {
        return new MailDraft(to, subject, text, html, attachments, Optional.of(messageId), thread);
    }

    @Override
    public String toString() {
        return "MailDraft[***]";
    }
}
