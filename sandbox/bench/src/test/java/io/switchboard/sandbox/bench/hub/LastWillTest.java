package io.switchboard.sandbox.bench.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastWillTest {

    @Test
    void a_suspended_process_dies_with_a_bench_that_is_killed(@TempDir Path folder) throws Exception {
        var log = folder.resolve("bench.log");
        var bench = new JavaServer("bench", new JavaProgram(KilledBench.class, List.of("-Xmx32m"), List.of(), log));
        bench.start();
        var line = Files.readAllLines(log).getLast();
        var pid = Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
        var child = ProcessHandle.of(pid).orElseThrow();
        assertThat(ProcFile.runs(child)).isTrue();

        // Not by kill(), which would take the child too.
        ProcessHandle.of(bench.pid()).orElseThrow().destroyForcibly();

        assertThat(Patience.of(Duration.ofSeconds(20)).until(() -> !ProcFile.runs(child)))
                .isTrue();
    }

    /** Starts a process, suspends it, says its number and waits to be killed. */
    static final class KilledBench {
        public static void main(String[] arguments) throws Exception {
            var child = new ProcessBuilder("sleep", "600").start();
            LastWill.of(child.toHandle());
            Signal.STOP.send(child.toHandle());
            System.out.println("child ready " + child.pid());
            new CountDownLatch(1).await();
        }
    }
}
