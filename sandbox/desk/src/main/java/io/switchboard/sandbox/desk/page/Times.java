package io.switchboard.sandbox.desk.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times in words, as seen from now and from where the desk stands. */
final class Times {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm:ss zzz", Locale.ENGLISH);

    private final Clock clock;
    private final ZoneId zone;

    Times(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    Instant now() {
        return clock.instant();
    }

    /** {@code now}, {@code 5 m}, {@code 3 h}, {@code 2 d}, then the date. */
    Stamp ago(Instant at) {
        return stamp(at, agoInWords(at));
    }

    /** {@code 10:02}. */
    Stamp clockTime(Instant at) {
        return stamp(at, CLOCK.format(at.atZone(zone)));
    }

    /** {@code today 10:06}, {@code tomorrow 10:06}, {@code Mon 9 Mar 10:06}. */
    Stamp moment(Instant at) {
        var date = at.atZone(zone).toLocalDate();
        var day = switch (Math.clamp(ChronoUnit.DAYS.between(today(), date), -2, 2)) {
            case -1 -> "yesterday";
            case 0 -> "today";
            case 1 -> "tomorrow";
            default -> DAY.format(date);
        };
        return stamp(at, day + " " + CLOCK.format(at.atZone(zone)));
    }

    /** {@code Today}, {@code Yesterday}, {@code Sat 7 Mar}, {@code 7 Mar 2025}. */
    String dayOf(Instant at) {
        var date = at.atZone(zone).toLocalDate();
        var daysAgo = ChronoUnit.DAYS.between(date, today());
        if (daysAgo == 0) {
            return "Today";
        }
        if (daysAgo == 1) {
            return "Yesterday";
        }
        return (date.getYear() == today().getYear() ? DAY : DAY_AND_YEAR).format(date);
    }

    private String agoInWords(Instant at) {
        var age = Duration.between(at, now());
        if (age.toMinutes() < 1) {
            return "now";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + " m";
        }
        if (age.toDays() < 1) {
            return age.toHours() + " h";
        }
        return age.toDays() < 7 ? age.toDays() + " d" : dayOf(at);
    }

    private Stamp stamp(Instant at, String shown) {
        return new Stamp(at.toString(), shown, EXACT.format(at.atZone(zone)));
    }

    private LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }
}
