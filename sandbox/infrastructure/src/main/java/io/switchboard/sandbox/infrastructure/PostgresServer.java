package io.switchboard.sandbox.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A real PostgreSQL beside this JVM, with rows and programs kept under a folder and a commit on disk before it returns.
 *
 * <p>The server outlives {@code kill -9} of this JVM. The next start on the same folder stops it in good order and starts
 * its own, so there is always exactly one, on the port that was asked for and with the settings of this version.
 */
public final class PostgresServer implements AutoCloseable {

    private static final String SERVICE = "PostgreSQL";

    private final FolderLock lock;
    private final DatabaseCluster cluster;
    private final DatabaseAdministration administration;
    private final Database database;
    private final AtomicBoolean closed = new AtomicBoolean();

    private PostgresServer(
            FolderLock lock, DatabaseCluster cluster, DatabaseAdministration administration, Database database) {
        this.lock = lock;
        this.cluster = cluster;
        this.administration = administration;
        this.database = database;
    }

    /** Runs a server beside a process of its own: {@code --data-dir <folder> --port <number>}; one line when it serves. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        CommandLine commandLine = CommandLine.parse(arguments);
        PostgresServer server = start(commandLine.dataDir(), commandLine.port());
        CommandLine.serve(
                server::close,
                "postgresql ready %s user %s pid %d".formatted(server.jdbcUrl(), server.user(), server.pid()));
    }

    /**
     * Starts the server and returns when it serves the database {@code switchboard}.
     *
     * @param dataDir kept between runs; created when missing; holds the unpacked programs too
     * @param port where clients connect on 127.0.0.1; 0 for a free one
     * @throws StartRefusedException when the port is taken, another JVM is using the folder, or commits would not be durable
     */
    public static PostgresServer start(Path dataDir, int port) throws IOException {
        return start(dataDir, port, dataDir.resolve("programs"));
    }

    static PostgresServer start(Path dataDir, int port, Path programs) throws IOException {
        FolderLock lock = FolderLock.take(dataDir, SERVICE);
        try {
            DatabaseCluster cluster = cluster(lock.folder(), programs);
            cluster.stop();
            cluster.createIfMissing();
            LoopbackPort chosen;
            try (ServerSocket socket = LoopbackPort.bind(port, SERVICE)) {
                chosen = LoopbackPort.of(socket);
            }
            cluster.start(chosen);
            return prepared(lock, cluster, new DatabaseAdministration(chosen));
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public String jdbcUrl() {
        return database.jdbcUrl();
    }

    /** The owner of the database; no superuser and no password. */
    public String user() {
        return database.user();
    }

    public Database database() {
        return database;
    }

    /** Another database in this server, empty and of a name never used before. */
    public Database freshDatabase() throws IOException {
        String name = "fresh_" + UUID.randomUUID().toString().replace("-", "");
        try {
            return administration.createIfMissing(name);
        } catch (SQLException e) {
            throw new IOException("PostgreSQL did not create a database", e);
        }
    }

    /** Disconnects the clients and stops the server; returns when its files are in order. A second call does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try (lock) {
                cluster.stop();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The number of the server's process; that of its present one, if it was replaced. */
    long pid() throws IOException {
        return cluster.server().orElseThrow().pid();
    }

    static DatabaseCluster cluster(Path folder, Path programs) throws IOException {
        return new DatabaseCluster(folder, PostgresArchive.ofThisMachine().unpackBelow(programs.toAbsolutePath()));
    }

    private static PostgresServer prepared(
            FolderLock lock, DatabaseCluster cluster, DatabaseAdministration administration) throws IOException {
        try {
            administration.createRoleIfMissing();
            Database database = administration.createIfMissing("switchboard");
            administration.requireDurable(database);
            return new PostgresServer(lock, cluster, administration, database);
        } catch (SQLException e) {
            cluster.stop();
            throw new IOException("PostgreSQL did not prepare its database", e);
        } catch (RuntimeException e) {
            cluster.stop();
            throw e;
        }
    }
}
