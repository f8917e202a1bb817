package io.switchboard.connector.testkit;

import io.switchboard.connector.Body;
import io.switchboard.connector.Headers;
import io.switchboard.connector.HttpAnswer;
import io.switchboard.connector.HttpCall;
import io.switchboard.connector.HttpPort;
import io.switchboard.connector.NotSentException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A platform that answers by the book: one scripted turn per call, in order, then the last word again and again. */
public final class ScriptedHttp implements HttpPort {

    private final Deque<Turn> turns = new ArrayDeque<>();
    private final List<HttpCall> calls = new ArrayList<>();
    private Optional<Turn> lastWord = Optional.empty();

    public ScriptedHttp answers(int status, String body) {
        return answers(status, Map.of("Content-Type", "application/json"), body);
    }

    public ScriptedHttp answers(int status, Map<String, String> headers, String body) {
        return answers(new HttpAnswer(status, Headers.ofSingle(headers), Body.ofText(body)));
    }

    public ScriptedHttp answers(HttpAnswer answer) {
        turns.add(() -> answer);
        return this;
    }

    /** The other side may have acted: a time-out, a reset, an answer that breaks off. */
    public ScriptedHttp breaksOff() {
        return fails(new IOException("read timed out"));
    }

    /** The other side certainly got nothing. */
    public ScriptedHttp refusesConnections() {
        return fails(new NotSentException("connection refused", new IOException("connection refused")));
    }

    public ScriptedHttp fails(IOException failure) {
        turns.add(() -> {
            throw failure;
        });
        return this;
    }

    /** Every call so far, also those that failed. */
    public List<HttpCall> calls() {
        return List.copyOf(calls);
    }

    @Override
    public HttpAnswer send(HttpCall call) throws IOException {
        calls.add(call);
        if (!turns.isEmpty()) {
            lastWord = Optional.of(turns.removeFirst());
        }
        return lastWord.orElseThrow(() -> new AssertionError("nothing is scripted for " + call))
                .take();
    }

    private interface Turn {
        HttpAnswer take() throws IOException;
    }
}
