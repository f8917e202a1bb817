package io.switchboard.gateway.replies;

import io.switchboard.canonical.BlockedReason;
import io.switchboard.canonical.Failure;
import io.switchboard.canonical.HealthState;
import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.ReplyCommand;
import io.switchboard.connector.ConnectorDescriptor;
import io.switchboard.connector.Feature;
import io.switchboard.connector.MessageSender;
import io.switchboard.connector.OutboundMessage;
import io.switchboard.connector.SendOutcome;
import io.switchboard.gateway.connections.Connection;
import io.switchboard.gateway.connections.ConnectionProvisioning;
import io.switchboard.gateway.connections.ConnectionRegistry;
import io.switchboard.gateway.connections.Connectors;
import io.switchboard.gateway.replies.ReplyState.After;
import io.switchboard.gateway.tickets.ThreadTokens;
import io.switchboard.gateway.tickets.Threads;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** One attempt at one reply: may it go out, may the platform be called now, and what did the platform say. */
@Component
class Attempt {

    private static final Logger log = LoggerFactory.getLogger(Attempt.class);

    private final Connectors connectors;
    private final ConnectionRegistry registry;
    private final ConnectionProvisioning provisioning;
    private final Threads threads;
    private final AutomaticReplies automatic;
    private final ReplyFiles files;
    private final ThreadTokens tokens;
    private final Throttle throttle;
    private final PlatformCall platform;
    private final RepliesProperties properties;
    private final Clock clock;

    Attempt(
            Connectors connectors,
            ConnectionRegistry registry,
            ConnectionProvisioning provisioning,
            Threads threads,
            AutomaticReplies automatic,
            ReplyFiles files,
            ThreadTokens tokens,
            Throttle throttle,
            PlatformCall platform,
            RepliesProperties properties,
            Clock clock) {
        this.connectors = connectors;
        this.registry = registry;
        this.provisioning = provisioning;
        this.threads = threads;
        this.automatic = automatic;
        this.files = files;
        this.tokens = tokens;
        this.throttle = throttle;
        this.platform = platform;
        this.properties = properties;
        this.clock = clock;
    }

    /** What is to be done about a reply. */
    private sealed interface Plan {

        /** Nothing is sent now. */
        record Over(After after) implements Plan {}

        record Send(
                List<OutboundMessage> pieces,
                ConnectorDescriptor descriptor,
                Connection connection,
                MessageSender sender)
                implements Plan {}
    }

    After run(Reply reply) {
        return switch (plan(reply)) {
            case Plan.Over over -> over.after();
            case Plan.Send send -> send(reply, send.pieces(), send.descriptor(), send.connection(), send.sender());
        };
    }

    /** Until somebody is called, nothing was sent, whatever went wrong. */
    private Plan plan(Reply reply) {
        try {
            return looked(reply);
        } catch (DataAccessException | TransactionException away) {
            log.atWarn()
                    .addKeyValue("message", reply.message())
                    .addKeyValue("cause", away.getClass().getSimpleName())
                    .log("reply not looked up yet");
            var reason = new Failure("storage", "what the reply is about cannot be looked up now");
            return still(deferred(reply, Duration.ZERO, reason), reply);
        }
    }

    private Plan looked(Reply reply) {
        var connection = registry.find(reply.connection());
        var thread = threads.find(reply.thread());
        var sender = connectors.role(reply.connector(), MessageSender.class);
        if (connection.isEmpty() || thread.isEmpty() || sender.isEmpty()) {
            return refused(reply, "not_supported", "this conversation cannot be answered from here");
        }
        var descriptor = connectors.find(reply.connector()).orElseThrow().descriptor();
        var refusal = ReplyPolicy.refusal(reply, thread.get(), descriptor, clock.instant());
        if (refusal.isPresent()) {
            return still(refusal.get(), reply);
        }
        var target = target(reply.command());
        var quoted = target.flatMap(message -> threads.nativeId(reply.connection(), message));
        if (target.isPresent() && quoted.isEmpty()) {
            return refused(reply, "unknown_message", "the message referred to is not known on this connection");
        }
        var loop = automatic.refusal(reply, thread.get());
        if (loop.isPresent()) {
            // Concerns this reply alone: a person may still answer.
            var refused = ReplyPolicy.refused(loop.get());
            return still(new ReplyState.Refused(refused.reason(), Optional.empty()), reply);
        }
        var files = new ArrayList<OutboundMessage.File>();
        try {
            files.addAll(this.files.read(reply.command().files()));
        } catch (ReplyFiles.MissingException missing) {
            return refused(reply, "unknown_file", "a file of the reply is not here; bring it by POST /api/files first");
        } catch (IOException unreadable) {
            var reason = new Failure("storage", "the files of the reply cannot be read now");
            return still(deferred(reply, Duration.ZERO, reason), reply);
        }
        if (files.stream()
                .anyMatch(file -> file.content().size() > descriptor.limits().fileBytes())) {
            var most = descriptor.limits().fileBytes();
            return refused(
                    reply,
                    "too_large",
                    "a file of the reply has more than " + most + " bytes, the most that can be sent");
        }
        var token = tokens.sign(reply.tenant(), reply.connection(), reply.thread());
        var pieces = ReplyContent.cut(reply, thread.get(), descriptor, quoted, files, token);
        return new Plan.Send(pieces, descriptor, connection.get(), sender.get());
    }

    /** Piece by piece, from the first the platform did not take yet. */
    private After send(
            Reply reply,
            List<OutboundMessage> pieces,
            ConnectorDescriptor descriptor,
            Connection connection,
            MessageSender sender) {
        var taken = new ArrayList<>(reply.nativeIds());
        var aliases = new ArrayList<>(reply.aliases());
        while (taken.size() < pieces.size()) {
            if (!throttle.limiter(reply.connection(), descriptor).acquirePermission()) {
                return new After(new ReplyState.Postponed(clock.instant().plusSeconds(1)), taken, aliases);
            }
            var outcome = platform.make(sender, pieces.get(taken.size()), connection);
            if (outcome instanceof SendOutcome.Accepted(var nativeIds, var further)) {
                aliases.addAll(further);
                taken.add(
                        nativeIds.isEmpty()
                                ? pieces.get(taken.size()).messageId().toString()
                                : nativeIds.getFirst());
            } else {
                return new After(state(reply, outcome, descriptor), taken, aliases);
            }
        }
        return new After(new ReplyState.Sent(), taken, aliases);
    }

    private ReplyState state(Reply reply, SendOutcome outcome, ConnectorDescriptor descriptor) {
        return switch (outcome) {
            case SendOutcome.Accepted accepted -> new ReplyState.Sent();
            case SendOutcome.Refused(var reason, var blocks) -> {
                blocks.filter(BlockedReason.TOKEN_INVALID::equals).ifPresent(invalid -> report(reply, reason));
                yield new ReplyState.Refused(reason, blocks);
            }
            case SendOutcome.Deferred(var retryAfter, var reason) -> deferred(reply, retryAfter, reason);
            case SendOutcome.Unconfirmed(var cause) ->
                descriptor.supports(Feature.IDEMPOTENT_SEND)
                        ? deferred(reply, Duration.ZERO, new Failure("unconfirmed", cause))
                        : new ReplyState.Unconfirmed(cause);
        };
    }

    /** What became of the reply is known, and must not be forgotten because this cannot be told. */
    private void report(Reply reply, Failure reason) {
        try {
            provisioning.report(reply.connection(), HealthState.ACTION_REQUIRED, reason.explanation());
        } catch (DataAccessException | TransactionException away) {
            log.atWarn()
                    .addKeyValue("connection", reply.connection())
                    .addKeyValue("cause", away.getClass().getSimpleName())
                    .log("health of a connection not told");
        }
    }

    private ReplyState deferred(Reply reply, Duration retryAfter, Failure reason) {
        if (reply.attempt() >= properties.attempts()) {
            var explanation = "given up after " + reply.attempt() + " attempts: " + reason.explanation();
            return new ReplyState.Refused(new Failure(reason.code(), explanation), Optional.empty());
        }
        var ours = properties.waitAfter(reply.attempt());
        var wait = retryAfter.compareTo(ours) > 0 ? retryAfter : ours;
        return new ReplyState.Deferred(clock.instant().plus(wait), reason);
    }

    private static Optional<MessageId> target(ReplyCommand command) {
        return command.reaction()
                .map(ReplyCommand.Reaction::messageId)
                .or(() -> command.markRead().map(ReplyCommand.MarkRead::messageId))
                .or(command::inReplyTo);
    }

    private static Plan still(ReplyState state, Reply reply) {
        return new Plan.Over(After.still(state, reply));
    }

    private static Plan refused(Reply reply, String code, String explanation) {
        return still(new ReplyState.Refused(new Failure(code, explanation), Optional.empty()), reply);
    }
}
