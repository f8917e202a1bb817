package io.switchboard.gateway.intake.mail;

import java.time.Clock;

/** Makes the readers of mailboxes. */
record MailboxReaders(
        MailIntakeProperties.Imap properties,
        MailboxCursors cursors,
        MailMemory memory,
        MailIntake intake,
        Clock clock) {

    MailboxReader of(Mailbox mailbox) {
        return new MailboxReader(mailbox, cursors, fetch(), properties, clock);
    }

    MailFetch fetch() {
        return new MailFetch(
                memory, intake, Math.toIntExact(properties.maxSize().toBytes()));
    }
}
