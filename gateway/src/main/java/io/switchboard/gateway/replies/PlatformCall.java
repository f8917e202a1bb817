package io.switchboard.gateway.replies;

import io.switchboard.canonical.BlockedReason;
import io.switchboard.canonical.Failure;
import io.switchboard.connector.MessageSender;
import io.switchboard.connector.OutboundMessage;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.SendOutcome;
import io.switchboard.gateway.connections.Connection;
import io.switchboard.gateway.oauth.AccessTokens;
import io.switchboard.gateway.oauth.TokenRefusedException;
import io.switchboard.gateway.operations.Wordless;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** One call of a platform with one piece of a reply, behind its connection's circuit breaker and with its access token. */
@Component
class PlatformCall {

    private static final Logger log = LoggerFactory.getLogger(PlatformCall.class);

    private final Throttle throttle;
    private final AccessTokens access;
    private final RepliesProperties properties;

    PlatformCall(Throttle throttle, AccessTokens access, RepliesProperties properties) {
        this.throttle = throttle;
        this.access = access;
        this.properties = properties;
    }

    SendOutcome make(MessageSender sender, OutboundMessage piece, Connection connection) {
        var breaker = throttle.breaker(connection.ref().id());
        if (!breaker.tryAcquirePermission()) {
            return new SendOutcome.Deferred(
                    properties.breakerWait(), new Failure("breaker_open", "calls on this connection keep failing"));
        }
        var started = System.nanoTime();
        var outcome = outcome(sender, piece, connection);
        var took = System.nanoTime() - started;
        switch (outcome) {
            case SendOutcome.Accepted accepted -> breaker.onSuccess(took, TimeUnit.NANOSECONDS);
            case SendOutcome.Refused refused -> breaker.onSuccess(took, TimeUnit.NANOSECONDS);
            case SendOutcome.Deferred deferred -> breaker.onError(took, TimeUnit.NANOSECONDS, new Unanswered());
            case SendOutcome.Unconfirmed unconfirmed -> breaker.onError(took, TimeUnit.NANOSECONDS, new Unanswered());
        }
        return outcome;
    }

    /** A token that the platform does not believe may just have been withdrawn: another one is tried, once. Nothing was sent by then. */
    private SendOutcome outcome(MessageSender sender, OutboundMessage piece, Connection connection) {
        try {
            var secrets = access.secrets(connection);
            var outcome = send(sender, piece, connection, secrets);
            var token = secrets.current(AccessTokens.NAME);
            var isDisbelieved = token.isPresent() && isAboutTheToken(outcome);
            return isDisbelieved && access.disbelieved(connection, token.get())
                    ? send(sender, piece, connection, access.secrets(connection))
                    : outcome;
        } catch (TokenRefusedException refused) {
            return new SendOutcome.Refused(
                    new Failure("token_invalid", String.valueOf(refused.getMessage())),
                    Optional.of(BlockedReason.TOKEN_INVALID));
        } catch (IOException away) {
            return new SendOutcome.Deferred(
                    Duration.ofMinutes(1), new Failure("token_endpoint", String.valueOf(away.getMessage())));
        } catch (DataAccessException away) {
            return new SendOutcome.Deferred(
                    Duration.ofMinutes(1), new Failure("storage", "the access token cannot be kept now"));
        }
    }

    private static SendOutcome send(
            MessageSender sender, OutboundMessage piece, Connection connection, Secrets secrets) {
        try {
            return sender.send(piece, connection.ref(), secrets);
        } catch (RuntimeException ours) {
            log.atError()
                    .setCause(Wordless.of(ours))
                    .addKeyValue("connector", connection.ref().connector())
                    .log("sender failed");
            return new SendOutcome.Unconfirmed(
                    "the connector failed with " + ours.getClass().getSimpleName());
        }
    }

    private static boolean isAboutTheToken(SendOutcome outcome) {
        return outcome instanceof SendOutcome.Refused refused
                && refused.blocks().filter(BlockedReason.TOKEN_INVALID::equals).isPresent();
    }

    /** What the breaker counts; nobody ever sees it. */
    private static final class Unanswered extends Exception {

        private static final long serialVersionUID = 1L;

        Unanswered() {
            super("no acceptance", null, false, false);
        }
    }
}
