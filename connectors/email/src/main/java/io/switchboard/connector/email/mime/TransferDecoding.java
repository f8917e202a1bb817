package io.switchboard.connector.email.mime;

import io.switchboard.connector.email.bytes.Base64Text;
import io.switchboard.connector.email.bytes.QuotedPrintable;
import io.switchboard.connector.email.bytes.Sink;
import io.switchboard.connector.email.bytes.Slice;
import io.switchboard.connector.email.bytes.UuencodedText;
import io.switchboard.connector.email.text.CleanText;
import io.switchboard.connector.email.text.Repairs;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How the bytes of a part were made fit for mail (RFC 2045 §6). Each decodes what it can, byte by byte and without recursion; none
 * ever gives up.
 */
public enum TransferDecoding {
    IDENTITY,
    QUOTED_PRINTABLE,
    BASE64,
    UUENCODE;

    private static final Pattern COMMENT = Pattern.compile("\\(.*?\\)|;.*");
    private static final Pattern ALL_BUT_LETTERS = Pattern.compile("[^a-z0-9]");
    private static final int MAX_NAME = 100;

    /**
     * @param sink gets the bytes
     * @return whether the input was sound; if not, the sink got what could be read
     */
    boolean decode(Slice encoded, Sink sink) {
        return switch (this) {
            case IDENTITY -> copy(encoded, sink);
            case QUOTED_PRINTABLE -> QuotedPrintable.decode(encoded, sink);
            case BASE64 -> Base64Text.decode(encoded, sink);
            case UUENCODE -> UuencodedText.decode(encoded, sink);
        };
    }

    /** How much of the input at least as many decoded bytes are made of, and some more. */
    int encodedLength(long decoded) {
        var factor = switch (this) {
            case IDENTITY -> 1;
            case QUOTED_PRINTABLE -> 4;
            case BASE64, UUENCODE -> 2;
        };
        return (int) Math.min(Integer.MAX_VALUE, decoded * factor + 1024);
    }

    /** For notes. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads {@code Base64}, {@code quoted-printable;}, {@code 8bits} and whatever else is written there. */
    public static TransferDecoding of(HeaderBlock header, Repairs repairs) {
        var value = header.raw("Content-Transfer-Encoding").orElse("").toLowerCase(Locale.ROOT);
        if (value.isEmpty()) {
            return IDENTITY;
        }
        var declared = CleanText.limited(value, MAX_NAME);
        var letters = letters(declared);
        return switch (letters) {
            case "base64" -> BASE64;
            case "quotedprintable" -> QUOTED_PRINTABLE;
            case "xuuencode", "uuencode", "xuue", "uue" -> UUENCODE;
            case "", "7bit", "8bit", "binary" -> IDENTITY;
            default -> {
                repairs.note("transfer encoding " + Repairs.word(declared) + " is unknown, read as it came");
                yield IDENTITY;
            }
        };
    }

    private static String letters(String declared) {
        return ALL_BUT_LETTERS.matcher(COMMENT.matcher(declared).replaceAll("")).replaceAll("");
    }

    private static boolean copy(Slice plain, Sink sink) {
        plain.writeTo(sink);
        return true;
    }
}
