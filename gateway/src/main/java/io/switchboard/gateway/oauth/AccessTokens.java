package io.switchboard.gateway.oauth;

import io.switchboard.canonical.ConnectionId;
import io.switchboard.canonical.HealthState;
import io.switchboard.connector.Secret;
import io.switchboard.connector.Secrets;
import io.switchboard.gateway.connections.Connection;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The access tokens of all connections, each kept until shortly before it expires. */
public final class AccessTokens {

    /** Under this name a sender finds the token among its connection's secrets. */
    public static final String NAME = "oauth_access_token";

    private static final Logger log = LoggerFactory.getLogger(AccessTokens.class);

    private final TokenEndpoint endpoint;
    private final Clock clock;
    private final Reports reports;
    private final Map<ConnectionId, KeptToken> kept = new ConcurrentHashMap<>();

    AccessTokens(TokenEndpoint endpoint, Clock clock, Reports reports) {
        this.endpoint = endpoint;
        this.clock = clock;
        this.reports = reports;
    }

    /** Who is told what becomes of a connection's consent. */
    interface Reports {

        void health(Connection connection, HealthState state, String reason);

        /** The next refresh needs this one. */
        void renewed(Connection connection, Secret refreshToken);
    }

    /**
     * A token that is valid for a while; callers at the same time share one question to the platform.
     *
     * @throws TokenRefusedException when the merchant has to connect again
     * @throws IOException when there is none at the moment
     */
    public Secret of(Connection connection) throws IOException {
        return token(connection).get(connection, clock.instant(), () -> refresh(connection));
    }

    /**
     * A server did not believe this token.
     *
     * @return whether the next caller gets another one; not when one was exchanged for that reason a moment ago
     */
    public boolean disbelieved(Connection connection, Secret token) {
        return token(connection).forget(token, clock.instant());
    }

    /**
     * A connection's secrets, with its access token under {@link #NAME} when it has one.
     *
     * @throws IOException as {@link #of}
     */
    public Secrets secrets(Connection connection) throws IOException {
        return TokenEndpoint.isOf(connection) ? connection.secrets().with(NAME, of(connection)) : connection.secrets();
    }

    private KeptToken token(Connection connection) {
        return kept.computeIfAbsent(connection.ref().id(), absent -> new KeptToken());
    }

    private TokenEndpoint.Grant refresh(Connection connection) throws IOException {
        try {
            var grant = endpoint.refresh(connection);
            grant.refreshToken()
                    .filter(token -> !isKnown(connection, token))
                    .ifPresent(token -> reports.renewed(connection, token));
            if (connection.health() == HealthState.ACTION_REQUIRED
                    && connection.healthReason().startsWith("TOKEN_INVALID")) {
                reports.health(connection, HealthState.CONNECTED, "");
            }
            return grant;
        } catch (TokenRefusedException refused) {
            log.atWarn()
                    .addKeyValue("connector", connection.ref().connector())
                    .addKeyValue("connection", connection.ref().name())
                    .addKeyValue("cause", refused.getMessage())
                    .log("access token refused, the merchant has to connect again");
            reports.health(
                    connection,
                    HealthState.ACTION_REQUIRED,
                    "TOKEN_INVALID: " + refused.getMessage() + "; the account has to be connected again");
            throw refused;
        }
    }

    private static boolean isKnown(Connection connection, Secret token) {
        return connection
                .secrets()
                .current(TokenEndpoint.REFRESH_TOKEN)
                .filter(known -> known.reveal().equals(token.reveal()))
                .isPresent();
    }
}
