package io.switchboard.gateway.replies;

import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.ReplyCommand;
import io.switchboard.canonical.ThreadId;
import io.switchboard.gateway.tickets.Threads;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes commands. What it took is sent, refused or called unconfirmed; it is never forgotten. */
@Component
public class ReplyDesk {

    private final Threads threads;
    private final ReplyStore store;
    private final ReplyReporter reporter;

    ReplyDesk(Threads threads, ReplyStore store, ReplyReporter reporter) {
        this.threads = threads;
        this.store = store;
        this.reporter = reporter;
    }

    /**
     * A command was taken.
     *
     * @param message the id the reply will have on {@code tickets}
     * @param isNew false when the same command was taken before
     */
    public record Taken(MessageId message, boolean isNew) {}

    /** @throws UnknownThreadException when there is no such thread */
    public Taken take(ReplyCommand command) throws UnknownThreadException {
        var thread = threads.find(command.threadId()).orElseThrow(() -> new UnknownThreadException(command.threadId()));
        var message = MessageId.ofCommand(thread.tenant(), command.commandId(), 0);
        var isNew = store.add(new Reply(
                thread.tenant(),
                thread.id(),
                thread.connection(),
                thread.connector(),
                thread.surface(),
                message,
                command,
                0,
                List.of()));
        if (isNew) {
            reporter.report(thread.connector());
        }
        return new Taken(message, isNew);
    }

    /** A command names a thread that does not exist. */
    public static final class UnknownThreadException extends Exception {

        private static final long serialVersionUID = 1L;

        UnknownThreadException(ThreadId thread) {
            super("there is no thread " + thread);
        }
    }
}
