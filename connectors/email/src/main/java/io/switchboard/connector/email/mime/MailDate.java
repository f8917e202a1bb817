package io.switchboard.connector.email.mime;

import io.switchboard.canonical.Moment;
import io.switchboard.canonical.Precision;
import io.switchboard.connector.email.text.Repairs;
import jakarta.mail.internet.MailDateFormat;
import java.text.ParsePosition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The Date field (RFC 5322 §3.3), obsolete and sloppy forms included. */
public final class MailDate {

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Duration FUTURE = Duration.ofDays(365);

    private MailDate() {}

    /** The time the mail claims; the time of arrival, of unknown precision, when it claims none that can be read. */
    public static Moment of(HeaderBlock header, Instant received, Repairs repairs) {
        var claimed = header.raw("Date")
                .flatMap(MailDate::parse)
                .filter(at -> !at.isBefore(EARLIEST) && at.isBefore(received.plus(FUTURE)));
        if (claimed.isEmpty()) {
            repairs.note(header.has("Date") ? "Date is unreadable or impossible" : "Date is missing");
        }
        return claimed.map(at -> new Moment(at, Precision.SECONDS)).orElseGet(() -> Moment.unknown(received));
    }

    private static Optional<Instant> parse(String raw) {
        var parsed = new MailDateFormat().parse(raw, new ParsePosition(0));
        return Optional.ofNullable(parsed).map(date -> date.toInstant());
    }
}
