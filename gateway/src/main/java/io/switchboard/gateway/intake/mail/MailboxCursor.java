package io.switchboard.gateway.intake.mail;

import java.time.Instant;
import java.util.Optional;

/**
 * Up to where a mailbox was read: all mails up to a UID are in the journal, or are not ours to take.
 *
 * @param place of the mailbox: elsewhere UIDs mean other mails
 * @param uidValidity changes when the server numbers its mails anew (RFC 3501 §2.3.1.1)
 * @param uid the highest that was taken
 * @param lookedAt when nothing was left to take
 * @param resync what of renumbered mails is wanted
 */
record MailboxCursor(String place, long uidValidity, long uid, Instant lookedAt, Optional<Resync> resync) {

    /** Below this UID only mails that arrived since then. */
    record Resync(Instant since, long below) {}

    /** Begins behind what is there: that is for an import to fetch. */
    static MailboxCursor behind(Mailbox mailbox, long uidValidity, long next, Instant now) {
        return new MailboxCursor(mailbox.place(), uidValidity, next - 1, now, Optional.empty());
    }

    boolean isOf(Mailbox mailbox, long validity, long next) {
        return place.equals(mailbox.place()) && uidValidity == validity && uid < next;
    }

    /** The same place in a mailbox that numbers its mails anew: everything again that may have come since. */
    MailboxCursor renumbered(Mailbox mailbox, long validity, long next, Instant since) {
        return new MailboxCursor(mailbox.place(), validity, 0, lookedAt, Optional.of(new Resync(since, next)));
    }

    boolean wants(ImapFolder.Listed mail) {
        return resync.filter(again -> mail.uid() < again.below())
                .flatMap(again -> mail.arrived().map(arrived -> !arrived.isBefore(again.since())))
                .orElse(true);
    }

    MailboxCursor at(long newUid) {
        return new MailboxCursor(
                place, uidValidity, newUid, lookedAt, resync.filter(again -> newUid + 1 < again.below()));
    }

    /** Nothing was left to take. */
    MailboxCursor looked(Instant now) {
        return new MailboxCursor(place, uidValidity, uid, now, Optional.empty());
    }
}
