package io.switchboard.sandbox.bench.rates;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Another JVM's heap, by {@code jcmd}. */
final class Heap {

    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private Heap() {}

    /** Bytes that are used after a full collection. */
    static long afterCollection(long pid) throws IOException {
        ask(pid, "GC.run");
        return used(ask(pid, "GC.heap_info"));
    }

    /** All generations, whatever the collector calls them; the metaspace, which follows, is no heap. */
    static long used(String answer) throws IOException {
        var used = USED.matcher(answer.split("Metaspace", 2)[0])
                .results()
                .mapToLong(generation -> Long.parseLong(generation.group(1)))
                .toArray();
        if (used.length == 0) {
            throw new IOException("jcmd tells nothing of a heap that is used");
        }
        return Arrays.stream(used).sum() << 10;
    }

    private static String ask(long pid, String command) throws IOException {
        var jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        try (var said = jcmd.getInputStream()) {
            var answer = new String(said.readAllBytes(), StandardCharsets.UTF_8);
            if (jcmd.waitFor() != 0) {
                throw new IOException("jcmd " + command + " ended with " + jcmd.exitValue());
            }
            return answer;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while asking for a heap", stopping);
        }
    }
}
