package io.switchboard.connector.email.mime;

import io.switchboard.canonical.Moment;
import io.switchboard.canonical.Precision;
import io.switchboard.connector.email.text.Repairs;
import jakarta.mail.internet.MailDateFormat;
import java.text.ParsePosition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** The Date field (RFC 5322 §3.3), obsolete and sloppy forms included. */
public final class MailDate {

    /** Before there was mail of this kind; clocks that nobody set stand in 1970. */
    private static final Instant EARLIEST = Instant.parse("1980-01-01T00:00:00Z");

    private static final Pattern STANDARD =
            Pattern.compile("(?i)\\s*(?:[a-z]{3}\\s*,)?\\s*\\d{1,2}\\s+[a-z]{3}\\s+\\d{2,4}\\s+"
                    + "\\d{1,2}:\\d{2}(?::\\d{2})?\\s+(?:[+-]\\d{4}|UT|GMT|[ECMP][SD]T)(?![A-Z0-9:+-])");
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

    /** What is right by the standard is read by its rules, and what is not is not guessed by them. */
    private static Optional<Instant> parse(String raw) {
        if (!STANDARD.matcher(raw).lookingAt()) {
            var text = HeaderText.withoutRawBytes(raw, "");
            return LooseDate.read(text).or(() -> standard(raw));
        }
        return standard(raw);
    }

    private static Optional<Instant> standard(String raw) {
        var parsed = new MailDateFormat().parse(raw, new ParsePosition(0));
        return Optional.ofNullable(parsed).map(date -> date.toInstant());
    }
}
