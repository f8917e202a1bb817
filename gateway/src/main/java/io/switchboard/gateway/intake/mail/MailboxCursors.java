package io.switchboard.gateway.intake.mail;

import java.util.Optional;

/** Where cursors are kept. */
interface MailboxCursors {

    Optional<MailboxCursor> find(Mailbox mailbox);

    /**
     * On disk when this returns.
     *
     * @throws TakenOverException when the mailbox is no longer this process's to read; nothing was saved
     */
    void save(Mailbox mailbox, MailboxCursor cursor) throws TakenOverException;
}
