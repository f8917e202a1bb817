package io.switchboard.sandbox.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * One Kafka broker and one PostgreSQL for all tests of a JVM, each started at its first use on a free port and ended with
 * the JVM. Tests keep apart by a {@linkplain #freshDatabase() database} and by topic names of their own.
 *
 * <p>Both serve over TCP, so a test may also point a forked process at them.
 */
public final class TestInfrastructure {

    private TestInfrastructure() {}

    public static KafkaBroker kafka() {
        return Kafka.BROKER;
    }

    public static PostgresServer postgres() {
        return Postgres.SERVER;
    }

    /** A new, empty database; once per test class is the intended use. */
    public static Database freshDatabase() {
        try {
            return postgres().freshDatabase();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Kafka {

        static final KafkaBroker BROKER = start();

        private static KafkaBroker start() {
            try {
                ScratchFolder scratch = ScratchFolder.create("kafka", nothingOutlivesTheJvm -> {});
                KafkaBroker broker = KafkaBroker.start(scratch.path(), 0, 0);
                scratch.deleteAtExit(broker::close);
                return broker;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Postgres {

        static final PostgresServer SERVER = start();

        private static PostgresServer start() {
            try {
                // One copy of the programs for all test JVMs of a module; unpacking takes longer than starting.
                Path programs = ScratchFolder.parent();
                ScratchFolder scratch = ScratchFolder.create(
                        "postgresql",
                        folder -> PostgresServer.cluster(folder, programs).stop());
                PostgresServer server = PostgresServer.start(scratch.path(), 0, programs);
                scratch.deleteAtExit(server::close);
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
