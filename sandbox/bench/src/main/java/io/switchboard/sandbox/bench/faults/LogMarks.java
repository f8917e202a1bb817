package io.switchboard.sandbox.bench.faults;

import io.switchboard.sandbox.bench.hub.Hub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long the processes' logs were at a moment, so that what came later can be kept. */
final class LogMarks {

    private final Map<Path, Long> sizes = new LinkedHashMap<>();

    private LogMarks() {}

    static LogMarks of(Hub hub) throws IOException {
        var marks = new LogMarks();
        for (var log : hub.logs()) {
            marks.sizes.put(log, Files.exists(log) ? Files.size(log) : 0);
        }
        return marks;
    }

    /** Copies what was logged since. */
    void keep(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var mark : sizes.entrySet()) {
            var log = mark.getKey();
            if (!Files.exists(log)) {
                continue;
            }
            // A log that was begun anew is shorter than it was.
            var from = Files.size(log) < mark.getValue() ? 0 : mark.getValue();
            try (var in = Files.newInputStream(log);
                    var out = Files.newOutputStream(folder.resolve(log.getFileName()))) {
                in.skipNBytes(from);
                in.transferTo(out);
            }
        }
    }
}
