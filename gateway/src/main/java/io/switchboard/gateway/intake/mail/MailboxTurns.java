package io.switchboard.gateway.intake.mail;

import io.switchboard.canonical.ConnectionId;
import java.util.Collection;
import java.util.Set;

/** Who reads which mailbox: one process each. */
interface MailboxTurns {

    /**
     * Takes those of them that nobody reads.
     *
     * @return all that are this process's to read, as far as they are wanted
     */
    Set<ConnectionId> take(Collection<ConnectionId> wanted);
}
