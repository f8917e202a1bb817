package io.switchboard.connector.email;

import java.util.Optional;

/** What RFC 3463 status codes say, in words for an agent. */
final class EnhancedStatus {

    private EnhancedStatus() {}

    /** Empty for codes that say nothing an agent could act on. */
    static Optional<String> explanation(String code) {
        return switch (code) {
            case "5.1.0", "5.1.1", "5.1.6", "5.1.10" -> Optional.of("the recipient's mailbox does not exist");
            case "5.1.2", "5.4.4" -> Optional.of("the recipient's domain does not exist");
            case "5.1.3" -> Optional.of("the recipient's address is not an address");
            case "5.2.1" -> Optional.of("the recipient's mailbox is closed");
            case "5.2.2" -> Optional.of("the recipient's mailbox is full");
            case "5.2.3", "5.3.4" -> Optional.of("the mail is too large");
            case "5.4.7" -> Optional.of("the recipient's mail server did not answer for days");
            case "5.6.7" -> Optional.of("the mail server cannot write to an address with other letters than a to z");
            case "5.7.1" -> Optional.of("the mail server does not permit this mail");
            default -> Optional.empty();
        };
    }
}
