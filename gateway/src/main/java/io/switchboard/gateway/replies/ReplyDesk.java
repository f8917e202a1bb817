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
    private final Beginnings beginnings;

    ReplyDesk(Threads threads, ReplyStore store, ReplyReporter reporter, Beginnings beginnings) {
        this.threads = threads;
        this.store = store;
        this.reporter = reporter;
        this.beginnings = beginnings;
    }

    /**
     * A command was taken.
     *
     * @param thread the conversation it belongs to
     * @param message the id the reply will have on {@code tickets}
     * @param isNew false when the same command was taken before
     */
    public record Taken(ThreadId thread, MessageId message, boolean isNew) {}

    /**
     * @throws UnknownThreadException when there is no such thread
     * @throws IllegalArgumentException when a conversation cannot begin as it is asked for
     */
    public Taken take(ReplyCommand command) throws UnknownThreadException {
        var id = command.start()
                .map(start -> beginnings.begin(command.commandId(), start))
                .or(command::threadId)
                .orElseThrow();
        var thread = threads.find(id).orElseThrow(() -> new UnknownThreadException(id));
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
                List.of(),
                List.of()));
        if (isNew) {
            reporter.report(thread.connector());
        }
        return new Taken(id, message, isNew);
    }

    /** A command names a thread that does not exist. */
    public static final class UnknownThreadException extends Exception {

        private static final long serialVersionUID = 1L;

        UnknownThreadException(ThreadId thread) {
            super("there is no thread " + thread);
        }
    }
}
