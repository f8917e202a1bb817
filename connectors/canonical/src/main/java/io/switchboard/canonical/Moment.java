package io.switchboard.canonical;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** When something happened according to the platform, and how exactly the platform knows. */
public record Moment(Instant at, Precision precision) {

    public Moment {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    public static Moment ofEpochSecond(long seconds) {
        return new Moment(Instant.ofEpochSecond(seconds), Precision.SECONDS);
    }

    public static Moment ofEpochMilli(long milliseconds) {
        return new Moment(Instant.ofEpochMilli(milliseconds), Precision.MILLISECONDS);
    }

    /** The platform did not say; the time of arrival stands in. */
    public static Moment unknown(Instant received) {
        return new Moment(received, Precision.UNKNOWN);
    }
}
