package io.switchboard.sandbox.bench.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * Sees to it that no process outlives the bench, not even one that is suspended, and not even when the bench is killed: a shell that
 * does nothing but read from a pipe, learns by its end that the bench is dead, and kills the heirs and their children. It knows each by
 * number and beginning, so that a stranger who got the number later is left alone.
 */
final class LastWill {

    private static final String SCRIPT = """
            trap '' INT TERM HUP
            heirs=
            while read -r heir; do heirs="$heirs $heir"; done
            for heir in $heirs; do
              pid=${heir%:*}
              began=$(sed 's/.*) //' /proc/$pid/stat 2>/dev/null | cut -d ' ' -f 20)
              if [ "$began" = "${heir#*:}" ]; then
                kill -KILL $pid $(cat /proc/$pid/task/*/children 2>/dev/null)
              fi
            done
            """;

    private static final LastWill OF_THIS_JVM = new LastWill();

    private final Writer pipe;

    private LastWill() {
        try {
            pipe = new ProcessBuilder("sh", "-c", SCRIPT)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .outputWriter();
        } catch (IOException noShell) {
            throw new UncheckedIOException(noShell);
        }
    }

    /** From now on this process dies with the bench. */
    static void of(ProcessHandle heir) {
        var began = ProcFile.start(heir);
        if (began.isPresent()) {
            OF_THIS_JVM.add(heir.pid() + ":" + began.get());
        }
    }

    private synchronized void add(String heir) {
        try {
            pipe.write(heir + "\n");
            pipe.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException("whoever kills the hub's processes at the end is gone", gone);
        }
    }
}
