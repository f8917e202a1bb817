package io.switchboard.gateway.intake.mail;

import java.util.Optional;

/** Where cursors are kept. */
interface MailboxCursors {

    Optional<MailboxCursor> find(Mailbox mailbox);

    /** On disk when this returns. */
    void save(Mailbox mailbox, MailboxCursor cursor);
}
