package io.switchboard.sandbox.bench.faults;

import java.time.Duration;

/** Something that goes wrong for a while. */
sealed interface Fault {

    /** From the beginning of the fault to the beginning of its end. */
    Duration lasts();

    /** What it strikes. */
    Victim victim();

    /** SIGKILL; started again afterwards. */
    record Killed(Victim victim, Duration lasts) implements Fault {
        @Override
        public String toString() {
            return "kill -9 " + victim + " for " + lasts.toMillis() + " ms";
        }
    }

    /** SIGSTOP to it and its children, then SIGCONT. */
    record Suspended(Victim victim, Duration lasts) implements Fault {
        @Override
        public String toString() {
            return "suspend " + victim + " for " + lasts.toMillis() + " ms";
        }
    }

    /** A polite end (SIGTERM; SIGINT for PostgreSQL), waited for; started again afterwards. */
    record Restarted(Victim victim, Duration lasts) implements Fault {
        @Override
        public String toString() {
            return "restart " + victim + " after " + lasts.toMillis() + " ms";
        }
    }

    /**
     * A second gateway joins and leaves: two rebalances.
     *
     * @param rudely whether it is killed
     */
    record Peer(boolean rudely, Duration lasts) implements Fault {
        @Override
        public Victim victim() {
            return Victim.PEER;
        }

        @Override
        public String toString() {
            return "peer for " + lasts.toMillis() + " ms, then " + (rudely ? "kill -9" : "SIGTERM");
        }
    }

    /** Somebody holds a table of PostgreSQL. */
    record TableLocked(String table, Duration lasts) implements Fault {
        @Override
        public Victim victim() {
            return Victim.POSTGRESQL;
        }

        @Override
        public String toString() {
            return "lock " + table + " for " + lasts.toMillis() + " ms";
        }
    }

    /** No byte is left on Kafka's file system, which must be a small one. A broker that ends of it is started again afterwards. */
    record DiskFilled(Duration lasts) implements Fault {
        @Override
        public Victim victim() {
            return Victim.KAFKA;
        }

        @Override
        public String toString() {
            return "Kafka's disk full for " + lasts.toMillis() + " ms";
        }
    }

    /**
     * SIGSTOP to one process that serves a connection of the gateway, then SIGCONT.
     *
     * @param draw picks the process among those that are there
     */
    record BackendSuspended(int draw, Duration lasts) implements Fault {
        @Override
        public Victim victim() {
            return Victim.POSTGRESQL;
        }

        @Override
        public String toString() {
            return "suspend a backend for " + lasts.toMillis() + " ms";
        }
    }
}
