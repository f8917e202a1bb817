package io.switchboard.connector.email.incoming;

import io.switchboard.canonical.MessageFlag;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.email.text.Repairs;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the gateway says of a mail that it read from a mailbox itself. In deliveries that came by another way nobody vouches for these fields.
 *
 * @param isHistory whether it was there before the mailbox was connected
 * @param wholeSize bytes of the mail, when only its beginning was read
 */
record MailboxOrigin(boolean isHistory, Optional<String> wholeSize) {

    private static final MailboxOrigin ELSEWHERE = new MailboxOrigin(false, Optional.empty());

    static MailboxOrigin of(Delivery delivery) {
        if (!delivery.method().equals("IMAP")) {
            return ELSEWHERE;
        }
        var isHistory = delivery.headers().first("mail-imported").isPresent();
        return new MailboxOrigin(
                isHistory, delivery.headers().first("mail-size").filter(size -> size.matches("\\d{1,12}")));
    }

    /** Notes what is missing, for the mail's reader. */
    Repairs repairs(int read) {
        var repairs = new Repairs();
        wholeSize.ifPresent(whole -> repairs.cut("mail has " + whole + " bytes, the first " + read + " were read"));
        return repairs;
    }

    Set<MessageFlag> flags(Set<MessageFlag> others) {
        if (!isHistory) {
            return others;
        }
        var flags = EnumSet.of(MessageFlag.IMPORTED);
        flags.addAll(others);
        return flags;
    }
}
