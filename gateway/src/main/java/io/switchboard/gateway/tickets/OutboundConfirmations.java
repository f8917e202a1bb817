package io.switchboard.gateway.tickets;

import io.switchboard.canonical.MessageId;
import java.util.Collection;

/** Told, within the batch's transaction, which messages of ours the platform spoke of: it certainly has them. */
public interface OutboundConfirmations {

    void confirmed(Collection<MessageId> messages);
}
