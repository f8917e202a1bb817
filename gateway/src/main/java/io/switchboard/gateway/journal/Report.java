package io.switchboard.gateway.journal;

import io.switchboard.canonical.Attachment;
import io.switchboard.canonical.AuthorKind;
import io.switchboard.canonical.Failure;
import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.OutboundOutcome;
import io.switchboard.canonical.Part;
import io.switchboard.canonical.ReplyCapability;
import io.switchboard.canonical.ReplyCommand;
import io.switchboard.canonical.Surface;
import io.switchboard.canonical.ThreadId;
import io.switchboard.canonical.ThreadKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the gateway itself did on a connection; appended to the same journal as deliveries, so that one order covers both. */
public sealed interface Report {

    ThreadId thread();

    /** The thread's surface. */
    Surface surface();

    /**
     * A reply went one step further.
     *
     * @param attempt from 1; 0 while nothing was tried
     * @param nativeIds the platform's ids of the message, once it accepted
     * @param threadKeys further names the sent message gives its conversation
     * @param author who wrote it, where that was no agent
     * @param start whom it went to, where it began a conversation
     * @param files what media parts of the content point at
     * @param capability what can be sent from now on, where the attempt changed it
     */
    record ReplyProgress(
            String commandId,
            ThreadId thread,
            Surface surface,
            MessageId message,
            OutboundOutcome outcome,
            int attempt,
            List<String> nativeIds,
            List<ThreadKey> threadKeys,
            Optional<Failure> failure,
            Optional<Instant> nextAttemptAt,
            Optional<ReplyCapability> capability,
            Instant at,
            List<Part> content,
            Optional<String> subject,
            Optional<AuthorKind> author,
            Optional<ReplyCommand.Start> start,
            List<ReplyCommand.ReplyFile> files)
            implements Report {
        public ReplyProgress {
            nativeIds = List.copyOf(nativeIds);
            threadKeys = List.copyOf(threadKeys);
            content = List.copyOf(content);
            files = List.copyOf(files);
        }
    }

    /** A file's fetch ended, or moved on. */
    record AttachmentProgress(ThreadId thread, Surface surface, MessageId message, Attachment attachment, Instant at)
            implements Report {}
}
