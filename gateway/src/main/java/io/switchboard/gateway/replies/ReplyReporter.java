package io.switchboard.gateway.replies;

import io.switchboard.canonical.BlockedReason;
import io.switchboard.canonical.OutboundOutcome;
import io.switchboard.canonical.ReplyCapability;
import io.switchboard.canonical.ThreadKey;
import io.switchboard.connector.Feature;
import io.switchboard.connector.MessageSender;
import io.switchboard.gateway.connections.Connection;
import io.switchboard.gateway.connections.ConnectionRegistry;
import io.switchboard.gateway.connections.Connectors;
import io.switchboard.gateway.journal.DeliveryJournal;
import io.switchboard.gateway.journal.JournalUnavailableException;
import io.switchboard.gateway.journal.Report;
import io.switchboard.gateway.replies.ReplyStore.Unreported;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells the journal, and through it everybody, where replies stand. A step told twice is one event. */
@Component
class ReplyReporter {

    private static final Logger log = LoggerFactory.getLogger(ReplyReporter.class);
    private static final int AT_ONCE = 200;

    private final ReplyStore store;
    private final DeliveryJournal journal;
    private final ConnectionRegistry registry;
    private final Connectors connectors;

    ReplyReporter(ReplyStore store, DeliveryJournal journal, ConnectionRegistry registry, Connectors connectors) {
        this.store = store;
        this.journal = journal;
        this.registry = registry;
        this.connectors = connectors;
    }

    /** Reports everything of a connector that is not in the journal yet; what fails now is reported by the next call. */
    void report(String connector) {
        for (var step : store.unreported(connector, AT_ONCE)) {
            var connection = registry.find(step.reply().connection()).map(Connection::ref);
            if (connection.isEmpty()) {
                log.atWarn()
                        .addKeyValue("connection", step.reply().connection())
                        .log("reply of a removed connection not reported");
                continue;
            }
            try {
                journal.append(progress(step), connection.get());
                store.reported(step);
            } catch (JournalUnavailableException away) {
                log.atWarn().addKeyValue("cause", away.getMessage()).log("reply progress is reported later");
                return;
            }
        }
    }

    private Report.ReplyProgress progress(Unreported step) {
        var reply = step.reply();
        return new Report.ReplyProgress(
                reply.command().commandId(),
                reply.thread(),
                reply.surface(),
                reply.message(),
                OutboundOutcome.valueOf(step.state().toUpperCase(Locale.ROOT)),
                reply.attempt(),
                names(reply).toList(),
                threadKeys(reply),
                step.failure(),
                step.dueAt(),
                step.blocks().map(reason -> blocked(reason, reply.connector())),
                step.changedAt(),
                reply.command().parts(),
                reply.command().subject(),
                reply.command().author(),
                reply.command().start(),
                reply.command().files());
    }

    private static Stream<String> names(Reply reply) {
        return Stream.concat(reply.nativeIds().stream(), reply.aliases().stream());
    }

    private List<ThreadKey> threadKeys(Reply reply) {
        return connectors
                .role(reply.connector(), MessageSender.class)
                .map(sender -> names(reply)
                        .flatMap(id -> sender.threadKeys(id).stream())
                        .toList())
                .orElse(List.of());
    }

    private ReplyCapability blocked(BlockedReason reason, String connector) {
        var templates = reason == BlockedReason.WINDOW_CLOSED
                && connectors
                        .find(connector)
                        .filter(known -> known.descriptor().supports(Feature.SEND_TEMPLATE))
                        .isPresent();
        return new ReplyCapability(false, Optional.empty(), Optional.empty(), templates, false, Optional.of(reason));
    }
}
