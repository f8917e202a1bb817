package io.switchboard.sandbox.bench.hub;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A server of the hub, running or not. Signals go to the process that this object started, which is told from a later one of the
 * same number by when it began.
 */
public abstract class ServerProcess {

    private static final Duration DEATH = Duration.ofSeconds(30);

    private final String name;
    private volatile @Nullable ProcessHandle process;

    ServerProcess(String name) {
        this.name = name;
    }

    public final String name() {
        return name;
    }

    /**
     * Starts the server and returns when it serves.
     *
     * @throws IOException when it ends or does not serve in time; the message names the log
     */
    public final void start() throws IOException {
        if (isAlive()) {
            throw new IllegalStateException(name + " is running already");
        }
        try {
            launch();
        } catch (IOException | RuntimeException failed) {
            kill();
            throw failed;
        }
    }

    /** Starts it, tells {@link #began} at once, and returns when it serves. */
    abstract void launch() throws IOException;

    /** What it prints. */
    public abstract Path log();

    /** How a polite request to end is spelled. */
    Signal goodbye() {
        return Signal.TERM;
    }

    /** What the last process said at its end, when it has ended. */
    abstract int exitCode() throws IOException;

    final void began(ProcessHandle started) {
        process = started;
        LastWill.of(started);
    }

    public final boolean isAlive() {
        return running().isPresent();
    }

    /** @throws IllegalStateException when it is not running */
    public final long pid() {
        return running()
                .orElseThrow(() -> new IllegalStateException(name + " is not running"))
                .pid();
    }

    /** SIGKILL to the server and its children; returns when they are dead. Nothing happens to one that is. */
    public final void kill() {
        var doomed = all();
        doomed.forEach(ProcessHandle::destroyForcibly);
        if (!Patience.of(DEATH).until(() -> doomed.stream().noneMatch(ProcFile::runs))) {
            throw new IllegalStateException(name + " does not die");
        }
    }

    /** SIGSTOP to the server and its children. */
    public final void suspend() {
        all().forEach(Signal.STOP::send);
    }

    /** SIGCONT to the server and its children. */
    public final void resume() {
        all().reversed().forEach(Signal.CONT::send);
    }

    /**
     * Asks it to end in good order and waits.
     *
     * @return its exit code; 143 of a JVM that a signal ended in good order
     * @throws IOException when it outlives the caller's patience
     */
    public final int terminate(Duration patience) throws IOException {
        var asked = running().orElseThrow(() -> new IllegalStateException(name + " is not running"));
        goodbye().send(asked);
        if (!Patience.of(patience).until(() -> !ProcFile.runs(asked))) {
            throw new IOException("%s did not end within %d ms (log: %s)".formatted(name, patience.toMillis(), log()));
        }
        return exitCode();
    }

    /** User and system time so far, that of children included. */
    public final Duration cpu() {
        return all().stream().map(ProcFile::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    /** Resident memory, that of children included; pages they share count once for each. */
    public final long residentBytes() {
        return all().stream().mapToLong(ProcFile::residentBytes).sum();
    }

    /** The server first, then its children. */
    final List<ProcessHandle> all() {
        return running().stream()
                .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                .toList();
    }

    private Optional<ProcessHandle> running() {
        return Optional.ofNullable(process).filter(ProcFile::runs);
    }

    @Override
    public final String toString() {
        return name;
    }
}
