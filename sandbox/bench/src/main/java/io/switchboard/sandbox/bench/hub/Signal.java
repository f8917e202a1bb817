package io.switchboard.sandbox.bench.hub;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What the operating system can tell a process. */
enum Signal {
    STOP,
    CONT,
    TERM,
    INT;

    /** Nothing happens to a process that has ended meanwhile. */
    void send(ProcessHandle process) {
        if (!ProcFile.runs(process)) {
            return;
        }
        try {
            // The shell's own kill: not every machine has the program.
            new ProcessBuilder("sh", "-c", "kill -%s %d".formatted(name(), process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException noShell) {
            throw new UncheckedIOException(noShell);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while signalling a process", stopping);
        }
    }
}
