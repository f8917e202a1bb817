package io.switchboard.connector.email.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * What a mail of 50 MB costs: the smallest heap in which it is read, the 50 MB of the mail itself included, less what is in use in the
 * warm and idle JVM. Found by halving, to 1 MB, each time in a JVM of its own with a young generation of 2 MB: what a JVM does with a heap
 * larger than it needs says nothing about what it needs.
 */
final class Heap {

    private static final int ENOUGH = 1024;
    private static final int LONGEST_SECONDS = 90;

    private final String reader;
    private final LargeMail shape;

    private Heap(String reader, LargeMail shape) {
        this.reader = reader;
        this.shape = shape;
    }

    /** MB above idle; or in words why there is no figure. */
    static String above(String reader, LargeMail shape) throws IOException, InterruptedException {
        return new Heap(reader, shape).peak();
    }

    private String peak() throws IOException, InterruptedException {
        var idle = idleWithin(ENOUGH);
        if (idle.isEmpty()) {
            return "> " + ENOUGH;
        }
        var tooLittle = 1;
        var enough = ENOUGH;
        while (enough - tooLittle > 1) {
            var middle = (enough + tooLittle) / 2;
            if (idleWithin(middle).isPresent()) {
                enough = middle;
            } else {
                tooLittle = middle;
            }
        }
        return Integer.toString(enough - idle.getAsInt());
    }

    /** The idle JVM's MB, rounded down, if the mail was read in that heap. */
    private OptionalInt idleWithin(int megabytes) throws IOException, InterruptedException {
        var command = new ArrayList<>(ChildJvm.command(
                "-XX:+UseSerialGC",
                "-Xmn2m",
                "-Xmx" + megabytes + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xlog:disable"));
        command.addAll(List.of(HeapChild.class.getName(), reader, shape.name()));
        var child = new ProcessBuilder(command).redirectErrorStream(true).start();
        if (!child.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            child.destroyForcibly();
            return OptionalInt.empty();
        }
        var output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return child.exitValue() == 0 ? OptionalInt.of(Integer.parseInt(output)) : OptionalInt.empty();
    }
}
