package io.switchboard.connector.email.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** How often a contestant failed over mails, and how long the slowest took. */
final class Survival {

    private static final long SLOW = 500_000_000;
    private static final int KEPT = 50;

    private final Map<String, Integer> failures = new TreeMap<>();
    private final Path folder;
    private int mails;
    private int slow;
    private long worst;

    /** @param folder gets the mails over which it failed, or which took half a second, up to fifty */
    Survival(Path folder) {
        this.folder = folder;
    }

    synchronized void add(Reading reading, byte[] mail) throws IOException {
        mails++;
        worst = Math.max(worst, reading.nanos());
        slow += reading.nanos() > SLOW ? 1 : 0;
        reading.failure().ifPresent(name -> failures.merge(name, 1, Integer::sum));
        if (reading.failure().isPresent() || reading.nanos() > SLOW) {
            keep(mail, reading);
        }
    }

    private void keep(byte[] mail, Reading reading) throws IOException {
        var name = reading.failure().orElse("slow").replaceAll("\\W+", "-");
        if (failures.getOrDefault(reading.failure().orElse(""), slow) <= KEPT) {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name + "-" + mails + ".eml"), mail);
        }
    }

    synchronized int mails() {
        return mails;
    }

    /** Exceptions and whatever ended the reader's process; mails that took more than two seconds are told apart. */
    synchronized String failures() {
        var timedOut = failures.getOrDefault(Reading.TIMED_OUT, 0);
        var others = failures.values().stream().mapToInt(Integer::intValue).sum() - timedOut;
        var counted = timedOut == 0 ? Integer.toString(others) : others + ", and " + timedOut + " took > 2 s";
        return counted + " of " + "%,d".formatted(mails);
    }

    synchronized String worst() {
        return failures.containsKey(Reading.TIMED_OUT) ? "> 2,000" : "%,d".formatted(worst / 1_000_000);
    }

    synchronized String kinds() {
        return failures.toString() + ", " + slow + " took more than half a second";
    }
}
