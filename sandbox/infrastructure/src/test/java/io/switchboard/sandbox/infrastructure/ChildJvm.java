package io.switchboard.sandbox.infrastructure;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A server's main class in a JVM of its own, for tests that kill it. */
final class ChildJvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private ChildJvm(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    static ChildJvm start(Class<?> main, Path dataDir, int port) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx384m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                "--data-dir",
                dataDir.toString(),
                "--port",
                Integer.toString(port));
        return new ChildJvm(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** The words of the line that says the server is ready. */
    List<String> readyLine() throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains(" ready ")) {
                return List.of(line.split(" "));
            }
        }
        throw new IllegalStateException("the child JVM ended and was never ready");
    }

    /** Everything it printed, once it has ended by itself. */
    List<String> linesToTheEnd() {
        return output.lines().toList();
    }

    /** What {@code kill} does; returns when the process has ended. */
    void terminate() {
        process.destroy();
        process.onExit().join();
    }

    /** What {@code kill -9} does; returns when the process has ended. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
