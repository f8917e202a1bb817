package io.switchboard.connector.testkit;

import io.switchboard.connector.Body;
import io.switchboard.connector.NotSentException;
import io.switchboard.connector.SmtpAnswer;
import io.switchboard.connector.SmtpPort;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A mail server that answers by the book: one scripted turn per mail, in order, then the last word again and again. */
public final class ScriptedSmtp implements SmtpPort {

    private final Deque<Turn> turns = new ArrayDeque<>();
    private final List<Sent> sent = new ArrayList<>();
    private Optional<Turn> lastWord = Optional.empty();

    public ScriptedSmtp answers(int code, String enhancedCode) {
        turns.add(() -> new SmtpAnswer(code, enhancedCode));
        return this;
    }

    /** The server may have taken the mail: the connection broke after DATA. */
    public ScriptedSmtp breaksOff() {
        return fails(new IOException("connection reset"));
    }

    /** The server certainly did not take the mail. */
    public ScriptedSmtp refusesConnections() {
        return fails(new NotSentException("connection refused", new IOException("connection refused")));
    }

    public ScriptedSmtp fails(IOException failure) {
        turns.add(() -> {
            throw failure;
        });
        return this;
    }

    /** Every mail so far, also those that failed. */
    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    @Override
    public SmtpAnswer send(Server server, String from, List<String> recipients, Body message) throws IOException {
        sent.add(new Sent(server, from, List.copyOf(recipients), message));
        if (!turns.isEmpty()) {
            lastWord = Optional.of(turns.removeFirst());
        }
        return lastWord.orElseThrow(() -> new AssertionError("nothing is scripted for mail to " + server.host()))
                .take();
    }

    /** One mail as it was handed over. */
    public record Sent(Server server, String from, List<String> recipients, Body message) {}

    private interface Turn {
        SmtpAnswer take() throws IOException;
    }
}
