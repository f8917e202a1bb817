package io.switchboard.sandbox.platforms.mail;

import java.util.List;
import java.util.Optional;

/**
 * A mail as its reader sees it.
 *
 * @param from the address alone
 * @param text the first plain text part
 * @param raw all of it, as stored
 */
public record ReceivedMail(
        String messageId,
        String from,
        String to,
        String subject,
        String text,
        Optional<String> inReplyTo,
        List<String> references,
        String raw) {

    public ReceivedMail {
        references = List.copyOf(references);
    }

    @Override
    public String toString() {
        return "ReceivedMail[" + messageId + ", ***]";
    }
}
