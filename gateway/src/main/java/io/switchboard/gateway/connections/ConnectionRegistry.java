package io.switchboard.gateway.connections;

import io.switchboard.canonical.ConnectionId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * All connections in memory, replaced as a whole when PostgreSQL shows a change. While PostgreSQL is away the last snapshot
 * stands, so that the edge keeps acknowledging.
 */
@Component
public final class ConnectionRegistry {

    private static final Logger log = LoggerFactory.getLogger(ConnectionRegistry.class);

    private final ConnectionStore store;
    private volatile Snapshot snapshot;

    ConnectionRegistry(ConnectionStore store) {
        this.store = store;
        this.snapshot = Snapshot.of(store.all());
    }

    /** By the two last segments of a hook address. */
    public Optional<Connection> find(String connector, String name) {
        return Optional.ofNullable(snapshot.byAddress().get(connector + "/" + name));
    }

    public Optional<Connection> find(ConnectionId id) {
        return Optional.ofNullable(snapshot.byId().get(id));
    }

    public Collection<Connection> all() {
        return snapshot.byAddress().values();
    }

    /** Looks at PostgreSQL now, for somebody who just changed something. */
    @Scheduled(fixedDelayString = "${switchboard.connections.refresh:5s}")
    public void refresh() {
        try {
            snapshot = Snapshot.of(store.all());
        } catch (DataAccessException away) {
            log.atWarn()
                    .addKeyValue("cause", away.getClass().getSimpleName())
                    .log("connection registry kept its last snapshot");
        }
    }

    private record Snapshot(Map<String, Connection> byAddress, Map<ConnectionId, Connection> byId) {

        static Snapshot of(List<Connection> all) {
            return new Snapshot(
                    all.stream()
                            .collect(Collectors.toUnmodifiableMap(
                                    c -> c.ref().connector() + "/" + c.ref().name(), Function.identity())),
                    all.stream()
                            .collect(Collectors.toUnmodifiableMap(c -> c.ref().id(), Function.identity())));
        }
    }
}
