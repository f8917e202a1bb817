package io.switchboard.sandbox.bench.hub;

import io.switchboard.sandbox.infrastructure.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL: a postmaster and its backends, no children of this JVM. One that was killed recovers from its write-ahead log at the next
 * start.
 */
final class Postgres extends ServerProcess {

    private final Path folder;
    private final int port;
    private final Path formerLog;
    private @Nullable PostgresServer server;

    Postgres(Path folder, int port, Path formerLog) {
        super("postgresql");
        this.folder = folder;
        this.port = port;
        this.formerLog = formerLog;
    }

    @Override
    void launch() throws IOException {
        keepLog();
        if (server != null) {
            server.close();
        }
        server = PostgresServer.start(folder, port);
        began(postmaster().orElseThrow(() -> new IOException("PostgreSQL wrote no " + pidFile())));
    }

    /** The server's own log begins anew with each start. */
    private void keepLog() throws IOException {
        var last = presentLog();
        if (Files.exists(last)) {
            Files.createDirectories(formerLog.toAbsolutePath().getParent());
            Files.write(formerLog, Files.readAllBytes(last), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    @Override
    public Path log() {
        return presentLog();
    }

    Path presentLog() {
        return folder.resolve("postgresql.log");
    }

    Path formerLog() {
        return formerLog;
    }

    /** The processes that serve clients; the others' names begin with what they are for. */
    List<ProcessHandle> backends() {
        return all().stream().skip(1).filter(Postgres::servesClient).toList();
    }

    /** Its title reads {@code postgres: <role> <database> <client> <state>}. */
    private static boolean servesClient(ProcessHandle process) {
        return ProcFile.title(process).startsWith("postgres: switchboard switchboard ");
    }

    /** Fast shutdown. At SIGTERM PostgreSQL waits until its clients leave, and a pool never does. */
    @Override
    Signal goodbye() {
        return Signal.INT;
    }

    /** Nobody is told the exit code of another's child; the file tells whether it said goodbye. */
    @Override
    int exitCode() {
        return Files.exists(pidFile()) ? 1 : 0;
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile()).getFirst()));
    }

    private Path pidFile() {
        return folder.resolve("cluster").resolve("postmaster.pid");
    }
}
