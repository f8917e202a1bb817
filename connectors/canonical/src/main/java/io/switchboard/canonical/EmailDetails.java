package io.switchboard.canonical;

import java.util.List;
import java.util.Optional;

/**
 * What only e-mail has.
 *
 * @param messageIdHeader the Message-ID without angle brackets (RFC 5322 §3.6.4); absent when the mail had none
 * @param references ids this mail refers to, oldest first, In-Reply-To last, without angle brackets
 * @param autoSubmitted the value of Auto-Submitted (RFC 3834), if present
 * @param listId the identifier of List-Id (RFC 2919), if present
 * @param authentication whether the sender is who From says, where our own mail server told
 * @param decodingWarnings what was repaired while reading, in words for an operator, without content
 */
public record EmailDetails(
        Optional<String> messageIdHeader,
        List<String> references,
        Optional<String> autoSubmitted,
        Optional<String> listId,
        Optional<EmailAuthentication> authentication,
        List<String> decodingWarnings) {

    public EmailDetails {
        references = List.copyOf(references);
        decodingWarnings = List.copyOf(decodingWarnings);
    }

    @Override
    public String toString() {
        return "EmailDetails[***]";
    }
}
