package io.switchboard.gateway.oauth;

import io.switchboard.connector.Secret;
import io.switchboard.gateway.connections.Connection;
import io.switchboard.gateway.oauth.TokenEndpoint.Grant;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** The token of one connection. Whoever finds it too old gets the next one, while the others wait for that. */
final class KeptToken {

    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** A server that does not believe the next token either is not about tokens, and need not be asked with more of them. */
    private static final Duration AGAIN = Duration.ofMinutes(5);

    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Secret> token = Optional.empty();
    private Instant renewAt = Instant.MIN;
    private Instant expiresAt = Instant.MIN;
    private Instant forgottenAt = Instant.EPOCH;
    private Optional<Secrets> refused = Optional.empty();
    private Instant notBefore = Instant.MIN;
    private Duration pause = FIRST_PAUSE;

    /** Asks the platform. */
    interface Refresh {
        Grant refresh() throws IOException;
    }

    /** What a refusal was about: whoever changes one of them deserves another try. */
    private record Secrets(String refreshToken, String clientSecret, String settings) {

        static Secrets of(Connection connection) {
            return new Secrets(
                    connection
                            .secrets()
                            .current(TokenEndpoint.REFRESH_TOKEN)
                            .map(Secret::reveal)
                            .orElse(""),
                    connection
                            .secrets()
                            .current("oauth_client_secret")
                            .map(Secret::reveal)
                            .orElse(""),
                    connection.ref().settings().toString());
        }

        @Override
        public String toString() {
            return "Secrets[***]";
        }
    }

    Secret get(Connection connection, Instant now, Refresh platform) throws IOException {
        lock.lock();
        try {
            if (token.isPresent() && now.isBefore(renewAt)) {
                return token.get();
            }
            if (refused.filter(Secrets.of(connection)::equals).isPresent()) {
                throw new TokenRefusedException("the token endpoint refused these credentials before");
            }
            return now.isBefore(notBefore) ? orElseOld(now, later()) : renewed(connection, now, platform);
        } finally {
            lock.unlock();
        }
    }

    /** @return whether there is, or will be, another one */
    boolean forget(Secret disbelieved, Instant now) {
        lock.lock();
        try {
            if (token.filter(known -> known.reveal().equals(disbelieved.reveal()))
                    .isEmpty()) {
                return true;
            }
            if (now.isBefore(forgottenAt.plus(AGAIN))) {
                return false;
            }
            forgottenAt = now;
            token = Optional.empty();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private Secret renewed(Connection connection, Instant now, Refresh platform) throws IOException {
        try {
            var grant = platform.refresh();
            var ahead = grant.lifetime().dividedBy(4);
            token = Optional.of(grant.accessToken());
            expiresAt = now.plus(grant.lifetime());
            renewAt = expiresAt.minus(ahead.compareTo(AHEAD) < 0 ? ahead : AHEAD);
            pause = FIRST_PAUSE;
            refused = Optional.empty();
            return grant.accessToken();
        } catch (TokenRefusedException no) {
            token = Optional.empty();
            refused = Optional.of(Secrets.of(connection));
            throw no;
        } catch (IOException away) {
            notBefore = now.plus(pause);
            var next = pause.multipliedBy(2);
            pause = next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
            return orElseOld(now, away);
        }
    }

    /** Until it expires the old one will do. */
    private Secret orElseOld(Instant now, IOException why) throws IOException {
        if (token.isPresent() && now.isBefore(expiresAt)) {
            return token.get();
        }
        throw why;
    }

    private static IOException later() {
        return new IOException("the token endpoint failed a moment ago");
    }
}
