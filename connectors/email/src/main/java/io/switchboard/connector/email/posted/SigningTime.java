package io.switchboard.connector.email.posted;

import io.switchboard.connector.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How far the time that a platform signed may be from ours.
 *
 * @param age how long ago at most; as long as the platform goes on posting a mail that was not taken
 */
record SigningTime(Duration age) {

    private static final Duration AHEAD = Duration.ofMinutes(10);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");

    /** Seconds since 1970. */
    static Optional<Instant> read(String text) {
        return SECONDS.matcher(text).matches()
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(text)))
                : Optional.empty();
    }

    Verification judge(Instant signedAt, Instant receivedAt) {
        var timely = !signedAt.isBefore(receivedAt.minus(age)) && !signedAt.isAfter(receivedAt.plus(AHEAD));
        return timely ? Verification.AUTHENTIC : Verification.rejected(Verification.Reason.STALE_TIMESTAMP);
    }
}
