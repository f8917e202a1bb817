package io.switchboard.gateway.connections;

import io.switchboard.canonical.ConnectionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * All connections in memory. A look at PostgreSQL costs what changed since the last one: a secret is opened once per change, not
 * once per look. While PostgreSQL is away the last snapshot stands, so that the edge keeps acknowledging.
 */
@Component
public final class ConnectionRegistry {

    private static final Logger log = LoggerFactory.getLogger(ConnectionRegistry.class);

    /** Changes are numbered before they are committed: so many later ones may be seen before an earlier one. */
    private static final long OVERLAP = 1_000;

    private final ConnectionStore store;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Snapshot snapshot = new Snapshot(Map.of(), Map.of(), Map.of(), 0);

    ConnectionRegistry(ConnectionStore store) {
        this.store = store;
        take(store.versions(), Set.of());
    }

    /** @param address the two last segments of a hook address, {@code <connector>/<connection>} */
    public Optional<Connection> find(String address) {
        return Optional.ofNullable(snapshot.byAddress().get(address));
    }

    public Optional<Connection> find(ConnectionId id) {
        return Optional.ofNullable(snapshot.byId().get(id));
    }

    public Collection<Connection> all() {
        return snapshot.byId().values();
    }

    /** Looks at PostgreSQL now, for somebody who just changed something. */
    @Scheduled(fixedDelayString = "${switchboard.connections.refresh:5s}")
    public void refresh() {
        look(() -> take(store.versionsAfter(snapshot.latest() - OVERLAP), Set.of()));
    }

    /** Compares everything: finds connections that were removed, and changes that were committed very late. */
    @Scheduled(initialDelayString = "5m", fixedDelayString = "5m")
    void reconcile() {
        look(() -> {
            var versions = store.versions();
            var gone = new HashSet<>(snapshot.versions().keySet());
            gone.removeAll(versions.keySet());
            take(versions, gone);
        });
    }

    private void look(Runnable comparison) {
        looking.lock();
        try {
            comparison.run();
        } catch (DataAccessException away) {
            log.atWarn()
                    .addKeyValue("cause", away.getClass().getSimpleName())
                    .log("connection registry kept its last snapshot");
        } finally {
            looking.unlock();
        }
    }

    private void take(Map<ConnectionId, Long> versions, Set<ConnectionId> gone) {
        var known = snapshot.versions();
        var changed = new ArrayList<ConnectionId>();
        versions.forEach((id, version) -> {
            if (!version.equals(known.get(id))) {
                changed.add(id);
            }
        });
        if (!changed.isEmpty() || !gone.isEmpty()) {
            snapshot = snapshot.with(versions, store.read(changed), gone);
        }
    }

    private static String address(String connector, String name) {
        return connector + "/" + name;
    }

    private record Snapshot(
            Map<String, Connection> byAddress,
            Map<ConnectionId, Connection> byId,
            Map<ConnectionId, Long> versions,
            long latest) {

        Snapshot with(Map<ConnectionId, Long> newer, List<Connection> changed, Set<ConnectionId> gone) {
            var ids = new HashMap<>(byId);
            changed.forEach(connection -> ids.put(connection.ref().id(), connection));
            ids.keySet().removeAll(gone);
            var numbers = new HashMap<>(versions);
            numbers.putAll(newer);
            numbers.keySet().removeAll(gone);
            var addresses = new HashMap<String, Connection>();
            ids.values()
                    .forEach(connection -> addresses.put(
                            address(
                                    connection.ref().connector(),
                                    connection.ref().name()),
                            connection));
            var latest =
                    numbers.values().stream().mapToLong(Long::longValue).max().orElse(0);
            return new Snapshot(addresses, ids, numbers, latest);
        }
    }
}
