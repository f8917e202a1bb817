package io.switchboard.sandbox.bench.load;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** One second, as the platforms write it; written anew only when another second is asked for. */
final class Calendar {

    private static final ZoneOffset HERE = ZoneOffset.ofHours(1);
    private static final DateTimeFormatter SHOP = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final DateTimeFormatter MAIL =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss xx", Locale.ENGLISH);

    private long second = Long.MIN_VALUE;
    private String seconds = "";
    private String instant = "";
    private String shop = "";
    private String mail = "";

    Calendar at(long millis) {
        var wanted = Math.floorDiv(millis, 1000);
        if (wanted != second) {
            second = wanted;
            var time = Instant.ofEpochSecond(wanted);
            seconds = Long.toString(wanted);
            instant = time.toString();
            shop = SHOP.format(time.atOffset(HERE));
            mail = MAIL.format(time.atOffset(HERE));
        }
        return this;
    }

    /** Since 1970. */
    String seconds() {
        return seconds;
    }

    /** RFC 3339 in UTC. */
    String instant() {
        return instant;
    }

    /** RFC 3339 with the shop's offset. */
    String shop() {
        return shop;
    }

    /** RFC 5322. */
    String mail() {
        return mail;
    }
}
