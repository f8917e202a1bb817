package io.switchboard.connector.shopify;

import io.switchboard.canonical.Moment;
import io.switchboard.canonical.Precision;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Shopify writes times in ISO 8601 with the shop's offset, to the second; a few with a fraction, a few as a date
 * alone.
 */
final class ShopifyTime {

    private static final int DATE_LENGTH = "2026-01-31".length();
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    private ShopifyTime() {}

    /** Empty when the text is no time, or none a shop could mean. */
    static Optional<Moment> parse(String text) {
        try {
            return text.length() == DATE_LENGTH ? date(LocalDate.parse(text)) : time(OffsetDateTime.parse(text), text);
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /** In UTC; a date stays a date. */
    static String text(Moment moment) {
        var written = moment.at().toString();
        return moment.precision() == Precision.DAY ? written.substring(0, DATE_LENGTH) : written;
    }

    private static Optional<Moment> date(LocalDate date) {
        var midnight = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        return plausible(date.getYear(), new Moment(midnight, Precision.DAY));
    }

    private static Optional<Moment> time(OffsetDateTime time, String text) {
        var precision = text.indexOf('.') < 0 ? Precision.SECONDS : Precision.MILLISECONDS;
        return plausible(time.getYear(), new Moment(time.toInstant(), precision));
    }

    private static Optional<Moment> plausible(int year, Moment moment) {
        return year >= FIRST_YEAR && year <= LAST_YEAR ? Optional.of(moment) : Optional.empty();
    }
}
