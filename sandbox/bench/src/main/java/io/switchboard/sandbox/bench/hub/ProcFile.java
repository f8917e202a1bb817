package io.switchboard.sandbox.bench.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What Linux tells about a process below {@code /proc}. */
final class ProcFile {

    /** USER_HZ, fixed by Linux's interface to programs. */
    private static final long TICKS_PER_SECOND = 100;

    private static final long PAGE = 4096;

    // Counted from the field after the name, which may hold blanks; see proc_pid_stat(5).
    private static final int STATE = 0;
    private static final int UTIME = 11;
    private static final int CSTIME = 14;
    private static final int START = 19;
    private static final int RESIDENT = 21;

    private ProcFile() {}

    /** A dead process stays in the table until its parent asks for it; such a one does not run. */
    static boolean runs(ProcessHandle process) {
        return process.isAlive()
                && stat(process).map(fields -> !fields[STATE].equals("Z")).orElse(false);
    }

    /** User and system time, and that of children that have ended. */
    static Duration cpu(ProcessHandle process) {
        return stat(process)
                .map(fields -> {
                    var ticks = 0L;
                    for (var field = UTIME; field <= CSTIME; field++) {
                        ticks += Long.parseLong(fields[field]);
                    }
                    return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
                })
                .orElse(Duration.ZERO);
    }

    static long residentBytes(ProcessHandle process) {
        return stat(process)
                .map(fields -> Long.parseLong(fields[RESIDENT]) * PAGE)
                .orElse(0L);
    }

    /** When it began, in ticks since the machine did; with its number, it names a process for ever. */
    static Optional<String> start(ProcessHandle process) {
        return stat(process).map(fields -> fields[START]);
    }

    /** How it calls itself; empty when it is gone. */
    static String title(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .replace('\0', ' ')
                    .strip();
        } catch (IOException gone) {
            return "";
        }
    }

    /** Empty when the process is gone. */
    private static Optional<String[]> stat(ProcessHandle process) {
        try {
            var line = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return Optional.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
