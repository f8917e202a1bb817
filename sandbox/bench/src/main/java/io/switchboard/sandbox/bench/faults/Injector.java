package io.switchboard.sandbox.bench.faults;

import io.switchboard.sandbox.bench.hub.Hub;
import io.switchboard.sandbox.bench.hub.Patience;
import io.switchboard.sandbox.bench.hub.ServerProcess;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Does harm to a hub and makes it good again. */
final class Injector {

    private static final Duration GOODBYE = Duration.ofSeconds(60);
    private static final Duration COMEBACK = Duration.ofMinutes(3);

    private final Hub hub;

    Injector(Hub hub) {
        this.hub = hub;
    }

    /** Returns when the fault is over and what it struck serves again. */
    void strike(Fault fault) throws IOException {
        switch (fault) {
            case Fault.Killed(var victim, var lasts) -> {
                victim.in(hub).kill();
                Patience.pass(lasts);
                victim.in(hub).start();
            }
            case Fault.Suspended(var victim, var lasts) -> {
                victim.in(hub).suspend();
                Patience.pass(lasts);
                victim.in(hub).resume();
            }
            case Fault.Restarted(var victim, var lasts) -> {
                terminate(victim.in(hub));
                Patience.pass(lasts);
                victim.in(hub).start();
            }
            case Fault.Peer(var rudely, var lasts) -> peer(rudely, lasts);
            case Fault.TableLocked(var table, var lasts) -> lock(table, lasts);
            case Fault.DiskFilled(var lasts) -> fillDisk(lasts);
            case Fault.BackendSuspended(var draw, var lasts) -> hub.suspendBackend(draw, () -> Patience.pass(lasts));
        }
    }

    /**
     * Everything serves.
     *
     * @param pair the second gateway too; it is killed otherwise
     */
    void heal(boolean pair) throws IOException {
        if (!pair) {
            Victim.PEER.in(hub).kill();
        }
        for (var server : servers(pair)) {
            if (server.isAlive()) {
                server.resume();
            } else {
                server.start();
            }
        }
        for (var gateway : hub.gateways().stream().limit(pair ? 2 : 1).toList()) {
            if (!Patience.of(COMEBACK).until(() -> gateway.isReady() && gateway.isFlowing())) {
                throw new IOException("%s does not work %s after everything was healed".formatted(gateway, COMEBACK));
            }
        }
    }

    private List<ServerProcess> servers(boolean pair) {
        var all = List.of(hub.kafka(), hub.postgres(), hub.gateway(0), hub.gateway(1));
        return pair ? all : all.subList(0, 3);
    }

    private void peer(boolean rudely, Duration lasts) throws IOException {
        var peer = Victim.PEER.in(hub);
        peer.start();
        Patience.pass(lasts);
        if (rudely) {
            peer.kill();
        } else {
            terminate(peer);
        }
    }

    private void fillDisk(Duration lasts) throws IOException {
        try (var disk = SmallDisk.of(hub.plan().folder().resolve("kafka"))) {
            disk.fill();
            // Whatever is freed by the way is taken, too.
            new Patience(lasts, Duration.ofMillis(200)).until(() -> disk.fill() < 0);
        }
        if (!hub.kafka().isAlive()) {
            hub.kafka().start();
        }
    }

    private void lock(String table, Duration lasts) throws IOException {
        try (var connection = DriverManager.getConnection(hub.jdbcUrl(), hub.jdbcUser(), null);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table " + table + " in access exclusive mode");
            Patience.pass(lasts);
            connection.rollback();
        } catch (SQLException away) {
            // Another fault may have taken the server meanwhile, and the lock with it.
            if (hub.postgres().isAlive() && !interrupted(away)) {
                throw new IOException("table " + table + " could not be locked", away);
            }
        }
    }

    /** SQLSTATE classes 08, connection exception, and 57, operator intervention. */
    private static boolean interrupted(SQLException away) {
        var state = away.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57");
    }

    private static void terminate(ServerProcess server) throws IOException {
        server.terminate(GOODBYE);
    }
}
