package io.switchboard.connector.email.content;

import io.switchboard.canonical.Part;
import io.switchboard.connector.email.bytes.Slice;
import io.switchboard.connector.email.mime.Encoded;
import io.switchboard.connector.email.mime.TransferDecoding;
import io.switchboard.connector.email.text.Charsets;
import io.switchboard.connector.email.text.CleanText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A visiting card (RFC 6350 and the versions before it) at a glance: the first of the file. */
final class VCard {
    private static final int MAX_VALUES = 20;

    private final List<String> phones = new ArrayList<>();
    private final List<String> emails = new ArrayList<>();
    private Optional<String> name = Optional.empty();
    private Optional<String> structuredName = Optional.empty();
    private Optional<String> organisation = Optional.empty();

    private VCard() {}

    /** Empty when it names nobody. */
    static Optional<Part.ContactCard> read(String source) {
        var card = new VCard();
        source.replace("=\n", "")
                .replace("\n ", "")
                .replace("\n\t", "")
                .lines()
                .takeWhile(line -> !line.strip().equalsIgnoreCase("END:VCARD"))
                .forEach(card::line);
        var name = card.name.or(() -> card.structuredName).or(() -> card.organisation);
        return name.isEmpty() && card.phones.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part.ContactCard(name, card.phones, card.emails, card.organisation));
    }

    private void line(String line) {
        var colon = line.indexOf(':');
        if (colon <= 0) {
            return;
        }
        var head = line.substring(0, colon).toUpperCase(Locale.ROOT);
        var property = head.split(";", 2)[0];
        var plain = property.substring(property.lastIndexOf('.') + 1);
        var value = value(line.substring(colon + 1), head.contains("QUOTED-PRINTABLE"));
        if (value.isEmpty()) {
            return;
        }
        switch (plain) {
            case "FN" -> name = name.or(() -> Optional.of(value));
            case "N" -> structuredName = structuredName.or(() -> Optional.of(givenNameFirst(value)));
            case "ORG" -> organisation = organisation.or(() -> Optional.of(value.replace(";", ", ")));
            case "TEL" -> add(phones, value.startsWith("tel:") ? value.substring(4) : value);
            case "EMAIL" -> add(emails, value);
            default -> {}
        }
    }

    private static void add(List<String> values, String value) {
        if (values.size() < MAX_VALUES) {
            values.add(value);
        }
    }

    private static String givenNameFirst(String name) {
        var parts = name.split(";", -1);
        return parts.length < 2 ? name : (parts[1] + " " + parts[0]).strip();
    }

    private static String value(String raw, boolean quotedPrintable) {
        var text = raw;
        if (quotedPrintable) {
            var bytes = Encoded.of(
                            Slice.of(raw.getBytes(StandardCharsets.ISO_8859_1)), TransferDecoding.QUOTED_PRINTABLE)
                    .bytes(2_000);
            text = Charsets.decode(bytes, "utf-8");
        }
        return CleanText.limited(
                CleanText.line(text.replace("\\,", ",").replace("\\;", ";").replace("\\n", " ")), 300);
    }
}
