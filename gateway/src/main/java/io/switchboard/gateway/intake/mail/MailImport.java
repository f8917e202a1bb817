package io.switchboard.gateway.intake.mail;

import io.switchboard.canonical.ConnectionId;
import java.time.Instant;
import java.util.UUID;

/**
 * A running import and where it is: all mails up to a UID were looked at.
 *
 * @param place of the mailbox when it began; empty before
 * @param below mails from this UID on came later, and are the cursor's
 */
record MailImport(
        UUID id,
        ConnectionId connection,
        Instant since,
        String place,
        long uidValidity,
        long uid,
        long below,
        long looked,
        long taken,
        long total) {

    /** Begins, or begins again when the mailbox is not what it was: what was taken already will be known. */
    MailImport in(Mailbox mailbox, ImapFolder folder, long next) {
        var isSame = place.equals(mailbox.place()) && uidValidity == folder.uidValidity() && below <= next;
        return isSame
                ? this
                : new MailImport(
                        id, connection, since, mailbox.place(), folder.uidValidity(), 0, next, 0, 0, folder.exists());
    }

    boolean wants(ImapFolder.Listed mail) {
        return mail.arrived().map(arrived -> !arrived.isBefore(since)).orElse(true);
    }

    MailImport at(long newUid, int lookedMore, int takenMore) {
        return new MailImport(
                id,
                connection,
                since,
                place,
                uidValidity,
                newUid,
                below,
                looked + lookedMore,
                taken + takenMore,
                total);
    }
}
