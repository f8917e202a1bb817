package io.switchboard.connector.email.posted;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Under which signatures what came, oldest first. Only signatures that were found right get here, so that a stranger cannot push
 * others out.
 */
final class SeenSignatures {

    /** About 15 MB, and 1.5 mails a second for nine hours; beyond, the oldest are forgotten. */
    static final int MAX = 50_000;

    private final Duration memory;
    private final Map<String, Content> seen = new LinkedHashMap<>();

    SeenSignatures(Duration memory) {
        this.memory = memory;
    }

    private record Content(String fingerprint, Instant since) {}

    /** Whether something else came under this signature; if nothing did, it is this one's from now on. */
    synchronized boolean isTaken(String signature, String fingerprint, Instant now) {
        var before = seen.get(signature);
        if (before != null) {
            return !before.fingerprint().equals(fingerprint);
        }
        forget(now);
        seen.put(signature, new Content(fingerprint, now));
        return false;
    }

    private void forget(Instant now) {
        var oldest = seen.values().iterator();
        while (oldest.hasNext()) {
            var isOld = oldest.next().since().plus(memory).isBefore(now);
            if (!isOld && seen.size() < MAX) {
                return;
            }
            oldest.remove();
        }
    }
}
