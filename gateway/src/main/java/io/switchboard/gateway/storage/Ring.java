package io.switchboard.gateway.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Partitions that take turns: each holds the rows of one window of time, and is emptied as a whole when it is about to take its
 * next turn. Dropping millions of rows is one {@code TRUNCATE}, and nobody creates partitions at run time.
 *
 * @param table the partitions are {@code <table>_1} … {@code <table>_<slots>}, by the column {@code slot}
 * @param window rows are kept for {@code slots - 2} windows at least and {@code slots - 1} at most, and a day of grace
 */
public record Ring(String table, int slots, Duration window) {

    /** Claims: found again for 8 days at least, as platforms redeliver for up to 7. */
    public static final Ring INBOX = new Ring("inbox", 3, Duration.ofDays(8));

    /** The ledger: 16 days at least. */
    public static final Ring DELIVERIES = new Ring("delivery", 4, Duration.ofDays(8));

    /** The next partition is not emptied at once: somebody may be behind, or have another clock. */
    private static final Duration GRACE = Duration.ofDays(1);

    /** Where a row of this time goes, from 1. */
    public short slot(Instant at) {
        return (short) (1 + Math.floorMod(turn(at), slots));
    }

    /** The partition whose rows are no longer needed. */
    public Optional<String> expired(Instant now) {
        var started = Instant.EPOCH.plusSeconds(turn(now) * window.toSeconds());
        return now.isBefore(started.plus(GRACE)) ? Optional.empty() : Optional.of(table + "_" + slot(now.plus(window)));
    }

    private long turn(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), window.toSeconds());
    }
}
