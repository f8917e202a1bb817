package io.switchboard.gateway.intake;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The field {@code Date} of an answer, an IMF-fixdate (RFC 9110 §6.6.1), written once a second for everybody. */
final class DateField {

    private static final DateTimeFormatter IMF_FIXDATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final InstantSource clock;
    private volatile Written latest = new Written(-1, "");

    DateField(InstantSource clock) {
        this.clock = clock;
    }

    private record Written(long second, String text) {}

    String now() {
        var now = clock.instant();
        var written = latest;
        if (written.second() != now.getEpochSecond()) {
            written = new Written(now.getEpochSecond(), IMF_FIXDATE.format(now));
            latest = written;
        }
        return written.text();
    }
}
