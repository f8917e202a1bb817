package io.switchboard.gateway.ports;

import io.switchboard.connector.NotSentException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** How many calls to one host run at once, so that one clogged platform cannot take all there is. */
final class HostSlots {

    /** What runs while a slot is held. */
    @FunctionalInterface
    interface Exchange<T> {
        T run() throws IOException;
    }

    private final int perHost;
    private final Duration wait;
    private final ConcurrentHashMap<String, Host> hosts = new ConcurrentHashMap<>();

    HostSlots(int perHost, Duration wait) {
        this.perHost = perHost;
        this.wait = wait;
    }

    /** @throws NotSentException when no slot became free in time */
    <T> T within(String name, Exchange<T> exchange) throws IOException {
        refuseInTransaction(name);
        var host = enter(name);
        try {
            if (!host.slots.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new NotSentException("all " + perHost + " slots of " + name + " are taken");
            }
            try {
                return exchange.run();
            } finally {
                host.slots.release();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new NotSentException("stopped while waiting for a slot of " + name, stopping);
        } finally {
            leave(name);
        }
    }

    /** Who calls out while holding locks and a connection makes the database wait for the outside. */
    private static void refuseInTransaction(String name) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a call to " + name + " inside a database transaction");
        }
    }

    /** How many hosts are being called or waited for. */
    int size() {
        return hosts.size();
    }

    private Host enter(String name) {
        return hosts.compute(name, (key, known) -> {
            var host = known == null ? new Host(new Semaphore(perHost, true)) : known;
            host.guests++;
            return host;
        });
    }

    private void leave(String name) {
        hosts.computeIfPresent(name, (key, host) -> --host.guests == 0 ? null : host);
    }

    /** Kept only while somebody calls or waits: hosts come from what customers and merchants write. */
    private static final class Host {

        private final Semaphore slots;
        private int guests;

        private Host(Semaphore slots) {
            this.slots = slots;
        }
    }
}
