package io.switchboard.connector.email.mime;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates that are none by the standard: ISO 8601, the order of C, months in other languages, dots in the time, twelve hours, offsets with a
 * colon, zones of Europe. Each word is taken for what it looks like; two readings of one are never weighed.
 */
final class LooseDate {

    private static final int MAX_LENGTH = 100;
    private static final Pattern SEPARATORS =
            Pattern.compile("[\\s,\"()]+|(?<=\\d)t(?=\\d)|(?<=\\d)-(?=\\p{L})|(?<=\\p{L})-(?=\\d)");
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(?:[.,]\\d{1,9})?)?(am|pm|z|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern OFFSET = Pattern.compile("(?:gmt|utc)?([+-]\\d{2}):?(\\d{2})");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,2}|\\d{4})\\.?");

    private static final Map<String, Integer> MONTHS = months(
            "jan ene gen янв 1月",
            "feb fév fev фев 2月",
            "mar mrz mär mars мар 3月",
            "apr avr abr апр 4月",
            "may mai mei mag maj май мая 5月",
            "jun giu juin июн 6月",
            "jul lug juil июл 7月",
            "aug aoû aou ago авг 8月",
            "sep set сен 9月",
            "oct okt ott out окт 10月",
            "nov ноя 11月",
            "dec dez dic déc дек 12月");

    /** Hours before Greenwich of the names that only one zone has. */
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("gmt", 0),
            Map.entry("utc", 0),
            Map.entry("ut", 0),
            Map.entry("z", 0),
            Map.entry("wet", 0),
            Map.entry("west", 1),
            Map.entry("cet", 1),
            Map.entry("mez", 1),
            Map.entry("cest", 2),
            Map.entry("mesz", 2),
            Map.entry("eet", 2),
            Map.entry("eest", 3),
            Map.entry("msk", 3),
            Map.entry("jst", 9),
            Map.entry("kst", 9),
            Map.entry("est", -5),
            Map.entry("edt", -4),
            Map.entry("cdt", -5),
            Map.entry("mst", -7),
            Map.entry("mdt", -6),
            Map.entry("pst", -8),
            Map.entry("pdt", -7));

    private @Nullable Integer year;
    private @Nullable Integer month;
    private @Nullable Integer day;
    private @Nullable Integer hour;
    private int minute;
    private int second;
    private ZoneOffset offset = ZoneOffset.UTC;

    private LooseDate() {}

    static Optional<Instant> read(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            var date = new LooseDate();
            for (var word : SEPARATORS.split(text.strip().toLowerCase(Locale.ROOT), -1)) {
                date.word(word);
            }
            return date.instant();
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private Optional<Instant> instant() {
        if (year == null || month == null || day == null || hour == null) {
            return Optional.empty();
        }
        return Optional.of(
                LocalDateTime.of(year, month, day, hour, minute, second).toInstant(offset));
    }

    private void word(String word) {
        var number = NUMBER.matcher(word);
        var whole = DAY.matcher(word);
        var time = TIME.matcher(word);
        var zone = OFFSET.matcher(word);
        if (whole.matches()) {
            year = number(whole, 1);
            month = number(whole, 2);
            day = number(whole, 3);
        } else if (hour == null && time.matches()) {
            time(time);
        } else if (zone.matches()) {
            offset(zone.group(1), zone.group(2));
        } else if (number.matches()) {
            number(number(number, 1), number.group(1).length());
        } else if (ZONES.containsKey(word)) {
            offset = ZoneOffset.ofHours(ZONES.get(word));
        } else {
            half(word);
            month = month == null ? MONTHS.get(word.substring(0, Math.min(3, word.length()))) : month;
        }
    }

    private void number(int value, int digits) {
        if (digits == 4) {
            year = value;
        } else if (day == null) {
            day = value;
        } else if (year == null) {
            year = 2000 + value;
        }
    }

    private void time(Matcher time) {
        hour = number(time, 1);
        minute = number(time, 2);
        second = time.group(3) == null ? 0 : Math.min(59, number(time, 3));
        var behind = time.group(4);
        if (behind != null && behind.length() > 2) {
            offset(behind.substring(0, 3), behind.substring(behind.length() - 2));
        } else if (behind != null) {
            half(behind);
        }
    }

    private void half(String word) {
        if (hour != null && hour <= 12 && (word.equals("am") || word.equals("pm"))) {
            hour = hour % 12 + (word.equals("pm") ? 12 : 0);
        }
    }

    private void offset(String hours, String minutes) {
        var sign = hours.startsWith("-") ? -1 : 1;
        offset = ZoneOffset.ofHoursMinutes(Integer.parseInt(hours), sign * Integer.parseInt(minutes));
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static Map<String, Integer> months(String... beginnings) {
        var months = new HashMap<String, Integer>();
        for (var i = 0; i < beginnings.length; i++) {
            for (var beginning : beginnings[i].split(" ", -1)) {
                months.put(beginning.substring(0, Math.min(3, beginning.length())), i + 1);
            }
        }
        return Map.copyOf(months);
    }
}
