package io.switchboard.sandbox.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A database cluster, as PostgreSQL calls it: one folder of data files and at most one server process on them.
 *
 * <p>That process is no child of this JVM and outlives its {@code kill -9}. {@code postmaster.pid} tells who it is.
 */
final class DatabaseCluster {

    static final String SUPERUSER = "postgres";

    private static final Pattern REASON = Pattern.compile("(FATAL|PANIC|DETAIL|HINT):.*");

    /** The worker processes of a killed server finish their query before they notice, and hold its memory until then. */
    private static final String WORKERS_LEFT = "pre-existing shared memory block";

    /** An attempt that workers prevent takes about 0.1 s. */
    private static final int ATTEMPTS = 100;

    private final Path files;
    private final Path log;
    private final PostgresPrograms programs;

    /** @param folder absolute; holds the files, the server's log and nothing in the system's temporary folder */
    DatabaseCluster(Path folder, PostgresPrograms programs) {
        this.files = folder.resolve("cluster");
        this.log = folder.resolve("postgresql.log");
        this.programs = programs;
    }

    /** Creates the files unless they are there. A killed creation leaves no half cluster: it ends with a rename. */
    void createIfMissing() throws IOException {
        if (Files.exists(files)) {
            return;
        }
        Path unfinished = files.resolveSibling("cluster.unfinished");
        FileTree.delete(unfinished);
        // The builtin provider sorts and folds case alike on every machine, whatever locales are installed there.
        programs.run(
                "initdb",
                List.of(
                        "--pgdata=" + unfinished,
                        "--username=" + SUPERUSER,
                        "--auth=trust",
                        "--encoding=UTF8",
                        "--no-locale",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--data-checksums"));
        Files.move(unfinished, files, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Starts the server and returns when it accepts connections, after recovery if it was killed. */
    void start(LoopbackPort port) throws IOException {
        // A process that is no server of ours may have inherited the number in it; PostgreSQL would not start then.
        Files.deleteIfExists(pidFile());
        String reason = attempt(port);
        for (int i = 1; i < ATTEMPTS && reason.contains(WORKERS_LEFT); i++) {
            reason = attempt(port);
        }
        if (!reason.isEmpty()) {
            throw new StartRefusedException("PostgreSQL did not start: %s (log: %s)".formatted(reason, log));
        }
    }

    /** Why the server did not start; nothing when it serves. */
    private String attempt(LoopbackPort port) throws IOException {
        Files.deleteIfExists(log);
        try {
            pgCtl("start", "-l", log.toString(), "-o", options(port));
            return "";
        } catch (IOException e) {
            return fatalLines().orElse(e.toString());
        }
    }

    /** Stops the server if one runs, whoever started it. Clients are disconnected, files are in order. */
    void stop() throws IOException {
        if (server().isEmpty()) {
            return;
        }
        try {
            pgCtl("stop", "-m", "fast");
        } catch (IOException e) {
            // It is no failure that the server died by itself in the meantime.
            if (server().isPresent()) {
                throw e;
            }
        }
    }

    /** The server process that runs on these files. */
    Optional<ProcessHandle> server() throws IOException {
        try {
            return Files.readAllLines(pidFile()).stream()
                    .findFirst()
                    .filter(line -> line.matches("\\d{1,18}"))
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                    .filter(this::runsOnTheseFiles);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Process numbers are used again, above all in containers; and a dead process may wait for its parent, nameless. */
    private boolean runsOnTheseFiles(ProcessHandle process) {
        return process.info().arguments().stream().flatMap(Stream::of).anyMatch(files.toString()::equals);
    }

    /** Returns when the server has done it, be it after a long recovery or checkpoint. */
    private void pgCtl(String action, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(action, "-D", files.toString(), "-w", "-t", "120"));
        all.addAll(List.of(arguments));
        programs.run("pg_ctl", all);
    }

    /** Given on the command line, these win over every configuration file. */
    private static String options(LoopbackPort port) {
        return Stream.of(
                        "port=" + port.number(),
                        "listen_addresses=" + LoopbackPort.HOST,
                        "unix_socket_directories=",
                        "fsync=on",
                        "synchronous_commit=on",
                        "full_page_writes=on",
                        "max_connections=200",
                        "timezone=UTC",
                        "log_timezone=UTC")
                .map(setting -> "-c " + setting)
                .collect(Collectors.joining(" "));
    }

    private Path pidFile() {
        return files.resolve("postmaster.pid");
    }

    private Optional<String> fatalLines() throws IOException {
        List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
        return lines.stream()
                .map(REASON::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .reduce((first, next) -> first + "; " + next);
    }
}
