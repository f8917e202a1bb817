package io.switchboard.connector.email.automatic;

import java.util.Optional;

/** What RFC 3463 status codes say: in words for an agent, and about the address itself. */
public final class EnhancedStatus {

    private EnhancedStatus() {}

    /** Empty for codes that say nothing an agent could act on. */
    public static Optional<String> explanation(String code) {
        return switch (code) {
            case "5.1.0", "5.1.1", "5.1.6", "5.1.10" -> Optional.of("the recipient's mailbox does not exist");
            case "5.1.2", "5.4.4" -> Optional.of("the recipient's domain does not exist");
            case "5.1.3" -> Optional.of("the recipient's address is not an address");
            case "5.2.1" -> Optional.of("the recipient's mailbox is closed");
            case "5.2.2", "4.2.2" -> Optional.of("the recipient's mailbox is full");
            case "5.2.3", "5.3.4" -> Optional.of("the mail is too large");
            case "5.4.7", "4.4.7" -> Optional.of("the recipient's mail server did not answer for days");
            case "5.6.7" -> Optional.of("the mail server cannot write to an address with other letters than a to z");
            case "5.7.1" -> Optional.of("the mail server does not permit this mail");
            default -> Optional.empty();
        };
    }

    /**
     * Whether another mail to the address would fail too. Only permanent codes (5) can say so, and of these the ones about the
     * address (1; but 7 and 8 are about ours), the mailbox (2; but 2 is full, 3 and 4 are about this mail), a domain without mail
     * (4.4), and the undefined. What is about systems (3), the network (4), the protocol (5), the content (6) or policy (7) may be
     * different with the next mail.
     */
    static boolean isHard(String code) {
        if (!code.startsWith("5.")) {
            return false;
        }
        return switch (code) {
            case "5.1.7", "5.1.8", "5.2.2", "5.2.3", "5.2.4" -> false;
            case "5.4.4" -> true;
            default -> "012".indexOf(code.charAt(2)) >= 0;
        };
    }
}
