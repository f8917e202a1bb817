package io.switchboard.sandbox.bench.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A server that is a Java program and serves when it has printed {@code " ready "}. */
public class JavaServer extends ServerProcess {

    private static final Patience START = Patience.of(Duration.ofSeconds(90));
    private static final String READY = " ready ";

    private final JavaProgram program;
    private @Nullable Process process;

    public JavaServer(String name, JavaProgram program) {
        super(name);
        this.program = program;
    }

    @Override
    public final Path log() {
        return program.log();
    }

    @Override
    final void launch() throws IOException {
        var printedBefore = Files.exists(log()) ? Files.size(log()) : 0;
        var started = program.start();
        process = started;
        began(started.toHandle());
        if (!START.until(() -> !started.isAlive() || serves(printedBefore))) {
            throw new IOException("%s does not serve after %s (log: %s)".formatted(name(), START.limit(), log()));
        }
        if (!started.isAlive()) {
            throw new IOException("%s ended with %d at its start (log: %s)".formatted(name(), exitCode(), log()));
        }
    }

    /** @param printedBefore size of the log before this start */
    boolean serves(long printedBefore) {
        try (var printed = Files.newInputStream(log())) {
            printed.skipNBytes(printedBefore);
            return new String(printed.readAllBytes(), StandardCharsets.UTF_8).contains(READY);
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    final int exitCode() throws IOException {
        var ended = process;
        if (ended == null) {
            throw new IOException(name() + " was never started");
        }
        return ended.onExit().join().exitValue();
    }
}
