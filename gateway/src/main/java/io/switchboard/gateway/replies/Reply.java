package io.switchboard.gateway.replies;

import io.switchboard.canonical.ConnectionId;
import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.ReplyCommand;
import io.switchboard.canonical.Surface;
import io.switchboard.canonical.TenantId;
import io.switchboard.canonical.ThreadId;
import java.util.List;

/**
 * A reply on its way, as it was claimed for one attempt.
 *
 * @param attempt from 1
 * @param nativeIds of the pieces the platform already took
 * @param aliases what else those are called by those who carry them
 */
record Reply(
        TenantId tenant,
        ThreadId thread,
        ConnectionId connection,
        String connector,
        Surface surface,
        MessageId message,
        ReplyCommand command,
        int attempt,
        List<String> nativeIds,
        List<String> aliases) {

    Reply {
        aliases = List.copyOf(aliases);
        nativeIds = List.copyOf(nativeIds);
    }

    @Override
    public String toString() {
        return "Reply[" + message + "]";
    }
}
