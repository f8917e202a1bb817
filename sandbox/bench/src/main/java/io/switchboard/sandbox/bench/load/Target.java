package io.switchboard.sandbox.bench.load;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Where deliveries go, and how.
 *
 * @param hooks base addresses of {@code /hooks/…}; connections are spread over them
 * @param connections the most, over all
 * @param backlog the most deliveries that are due and wait for a connection; one more is not sent at all, and the result says so
 * @param patience how long an attempt may take
 */
public record Target(
        List<URI> hooks, Signing signing, int connections, int backlog, Duration patience, Retries retries) {

    private static final int CONNECTIONS = 64;
    private static final int BACKLOG = 200_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    public Target {
        hooks = List.copyOf(hooks);
        if (hooks.isEmpty() || connections < 1 || backlog < 1) {
            throw new IllegalArgumentException("a target has an address, a connection and a backlog");
        }
    }

    public static Target gateway(URI... hooks) {
        return new Target(List.of(hooks), Signing.PLATFORM, CONNECTIONS, BACKLOG, PATIENCE, Retries.NONE);
    }

    public static Target floor(URI hooks) {
        return new Target(List.of(hooks), Signing.FLOOR, CONNECTIONS, BACKLOG, PATIENCE, Retries.NONE);
    }

    public Target withConnections(int most) {
        return new Target(hooks, signing, most, backlog, patience, retries);
    }

    public Target withBacklog(int most) {
        return new Target(hooks, signing, connections, most, patience, retries);
    }

    public Target withPatience(Duration of) {
        return new Target(hooks, signing, connections, backlog, of, retries);
    }

    public Target withRetries(Retries rule) {
        return new Target(hooks, signing, connections, backlog, patience, rule);
    }
}
