package io.switchboard.gateway.media;

import io.switchboard.canonical.Attachment;
import io.switchboard.canonical.ConnectionId;
import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.Surface;
import io.switchboard.canonical.ThreadId;
import io.switchboard.gateway.journal.Position;

/** A file to fetch, as it was claimed for one attempt. */
record PendingFile(
        Attachment announced,
        ConnectionId connection,
        String connector,
        ThreadId thread,
        Surface surface,
        MessageId message,
        String providerMediaId,
        Position origin,
        int attempt) {}
