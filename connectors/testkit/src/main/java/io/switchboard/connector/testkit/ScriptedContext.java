package io.switchboard.connector.testkit;

import io.switchboard.connector.ConnectorContext;
import java.time.Clock;
import java.time.ZoneOffset;

/** What the gateway lends a connector, scripted; the clock stands still at {@link HttpRequestFile#RECEIVED_AT}. */
public record ScriptedContext(ScriptedHttp http, ScriptedSmtp smtp, Clock clock) implements ConnectorContext {

    public static ScriptedContext create() {
        return new ScriptedContext(
                new ScriptedHttp(), new ScriptedSmtp(), Clock.fixed(HttpRequestFile.RECEIVED_AT, ZoneOffset.UTC));
    }

    public ScriptedContext at(Clock other) {
        return new ScriptedContext(http, smtp, other);
    }

    /** How often the connector tried to leave, by either way. */
    int attempts() {
        return http.calls().size() + smtp.sent().size();
    }

    ScriptedContext refusingConnections() {
        http.refusesConnections();
        smtp.refusesConnections();
        return this;
    }

    ScriptedContext breakingOff() {
        http.breaksOff();
        smtp.breaksOff();
        return this;
    }

    ScriptedContext answeringNonsense() {
        http.answers(200, "<html>");
        smtp.answers(250, "");
        return this;
    }
}
