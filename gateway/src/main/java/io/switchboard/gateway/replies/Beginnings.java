package io.switchboard.gateway.replies;

import io.switchboard.canonical.Party;
import io.switchboard.canonical.ReplyCommand.Addressee;
import io.switchboard.canonical.ReplyCommand.Start;
import io.switchboard.canonical.ThreadId;
import io.switchboard.canonical.ThreadKey;
import io.switchboard.connector.MessageSender;
import io.switchboard.gateway.connections.Connection;
import io.switchboard.gateway.connections.ConnectionRegistry;
import io.switchboard.gateway.connections.Connectors;
import io.switchboard.gateway.tickets.Threads;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Conversations that the helpdesk core begins. A message that is passed on to somebody else begins one too: what he answers is not for the
 * customer, and the customer's answers are not for him.
 */
@Component
class Beginnings {

    private final ConnectionRegistry registry;
    private final Connectors connectors;
    private final Threads threads;

    Beginnings(ConnectionRegistry registry, Connectors connectors, Threads threads) {
        this.registry = registry;
        this.connectors = connectors;
        this.threads = threads;
    }

    /**
     * The thread of the command; the same again is the same thread.
     *
     * @throws IllegalArgumentException when there is no such connection, or nobody can be written to from it
     */
    ThreadId begin(String commandId, Start start) {
        var connection = registry.find(start.connection())
                .map(Connection::ref)
                .orElseThrow(() -> new IllegalArgumentException("start.connection names no connection"));
        var opening = connectors
                .role(connection.connector(), MessageSender.class)
                .flatMap(sender -> sender.opening(parties(start.to()), parties(start.cc()), connection))
                .orElseThrow(() -> new IllegalArgumentException(
                        "nobody can be written to first at the addresses of start on " + connection.connector()));
        return threads.begin(new Threads.Beginning(
                connection.tenant(),
                connection.id(),
                connection.connector(),
                new ThreadKey("start:" + commandId),
                opening.surface(),
                opening.returnAddress(),
                opening.participants()));
    }

    private static List<Party> parties(List<Addressee> addressees) {
        return addressees.stream()
                .map(to -> new Party(List.of(), Optional.of(to.address()), to.name(), Optional.empty()))
                .toList();
    }
}
