package io.switchboard.connector.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.canonical.Moment;
import io.switchboard.canonical.Precision;
import io.switchboard.connector.email.text.Repairs;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailDateTest {

    private static final Instant RECEIVED = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Fri, 2 Jan 2026 10:00:00 +0100        | 2026-01-02T09:00:00Z
            Fri, 2 Jan 26 10:00 GMT               | 2026-01-02T10:00:00Z
            2 Jan 2026 10:00:00 -0500 (EST)       | 2026-01-02T15:00:00Z
            Fri, 2 Jan 2026 10:00:00 EST          | 2026-01-02T15:00:00Z
            """)
    void reads_dates_as_the_standard_writes_them(String field, Instant at) {
        assertThat(read(field)).isEqualTo(new Moment(at, Precision.SECONDS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-02T10:00:00Z                  | 2026-01-02T10:00:00Z
            2026-01-02T10:00:00+01:00             | 2026-01-02T09:00:00Z
            2026-01-02T10:00:00.123-0330          | 2026-01-02T13:30:00Z
            2026/01/02 10:00:00                   | 2026-01-02T10:00:00Z
            Fri Jan  2 10:00:00 2026              | 2026-01-02T10:00:00Z
            Fri Jan  2 10:00:00 CET 2026          | 2026-01-02T09:00:00Z
            Fri, Jan 2, 2026 10:00:00 +0100       | 2026-01-02T09:00:00Z
            Fri, 2 Jan 2026 10:00:00 PM +0100     | 2026-01-02T21:00:00Z
            Fri, 2 Jan 2026 12:05 AM              | 2026-01-02T00:05:00Z
            Fri, 2 Jan 2026 10.00.00 +0100        | 2026-01-02T09:00:00Z
            Fri, 2 Jan 2026 10:00:00 MEZ          | 2026-01-02T09:00:00Z
            Fri, 2 Jan 2026 10:00:00 GMT+01:00    | 2026-01-02T09:00:00Z
            Fr, 2 Mrz 2025 10:00:00 +01:00        | 2025-03-02T09:00:00Z
            ven., 2 déc. 2025 10:00:00 +0100      | 2025-12-02T09:00:00Z
            Fri, 2-Jan-2026 10:00:00 +0100        | 2026-01-02T09:00:00Z
            """)
    void reads_what_programs_write_instead(String field, Instant at) {
        assertThat(read(field)).isEqualTo(new Moment(at, Precision.SECONDS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thu, 01 Jan 1970 00:00:00 +0000",
                "yesterday",
                "10:00:00",
                "2026-13-02T10:00:00Z",
                "Fri, 2 Jan 2030 10:00:00 +0000",
                "31 Feb 2026"
            })
    void takes_the_time_of_arrival_instead_of_what_cannot_be(String field) {
        assertThat(read(field)).isEqualTo(Moment.unknown(RECEIVED));
    }

    private static Moment read(String field) {
        var repairs = new Repairs();
        return MailDate.of(HeaderBlock.made(repairs, "Date", field), RECEIVED, repairs);
    }
}
