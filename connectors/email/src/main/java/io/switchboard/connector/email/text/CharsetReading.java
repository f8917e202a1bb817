package io.switchboard.connector.email.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Text under the charset its sender declared, checked against the bytes: what they cannot be is not believed.
 *
 * @param text the characters
 * @param doubt why they may be other than the sender's, in words that follow the name of the part
 */
public record CharsetReading(String text, Optional<String> doubt) {
    /** So many letters speak against a declaration that the bytes do not contradict. */
    private static final int MANY = 20;
    /** Three different characters of UTF-8 do not happen by chance; thanks in GBK are twice the same one. */
    private static final int NO_CHANCE = 3;

    /** @param declared what the header or the document says; empty when nothing does */
    public static CharsetReading of(byte[] bytes, String declared) {
        var label = declared.strip().toLowerCase(Locale.ROOT);
        var marked = ByteOrderMark.read(bytes);
        if (marked.isPresent()) {
            return sound(marked.get());
        }
        var shifted = shifted(bytes);
        if (shifted.isPresent()) {
            return new CharsetReading(
                    new String(bytes, shifted.get()),
                    label.startsWith("iso-2022") ? Optional.empty() : readAs(label, shifted.get()));
        }
        if (Utf7.isMeantBy(label)) {
            return sound(Utf7.decode(bytes));
        }
        var charset = Charsets.named(label);
        var wide = ByteOrderMark.wide(bytes);
        if (wide.isPresent() && charset.filter(CharsetReading::isWide).isEmpty()) {
            return new CharsetReading(new String(bytes, wide.get()), readAs(label, wide.get()));
        }
        var unknown = charset.isEmpty() && !label.isEmpty();
        if (isAscii(bytes)) {
            var doubt = unknown
                    ? Optional.of("has unknown charset " + Repairs.word(label) + ", guessed")
                    : Optional.<String>empty();
            return new CharsetReading(new String(bytes, StandardCharsets.ISO_8859_1), doubt);
        }
        if (charset.isEmpty() || label.contains("ascii")) {
            return undeclared(bytes, label, unknown);
        }
        return charset.get().equals(StandardCharsets.UTF_8)
                ? utf8(bytes, label)
                : declared(bytes, label, charset.get());
    }

    private static CharsetReading sound(String text) {
        return new CharsetReading(text, Optional.empty());
    }

    private static Optional<String> readAs(String label, Charset charset) {
        var said = label.isEmpty() ? "names no charset" : "says " + Repairs.word(label);
        return Optional.of(said + ", read as " + charset.name().toLowerCase(Locale.ROOT));
    }

    private static CharsetReading undeclared(byte[] bytes, String label, boolean unknown) {
        var why = unknown ? "has unknown charset " + Repairs.word(label) : "has 8-bit text and no charset";
        var utf8 = Charsets.strictly(bytes, StandardCharsets.UTF_8);
        if (utf8.isPresent()) {
            return new CharsetReading(utf8.get(), unknown ? Optional.of(why + ", guessed") : Optional.empty());
        }
        var guess = CharsetGuess.of(bytes).map(CharsetGuess::charset);
        return guess.map(found -> new CharsetReading(
                        new String(bytes, found),
                        Optional.of(why + ", read as " + found.name().toLowerCase(Locale.ROOT))))
                .orElseGet(() ->
                        new CharsetReading(new String(bytes, Charsets.WINDOWS_1252), Optional.of(why + ", guessed")));
    }

    /** Text with a few damaged characters is still UTF-8; text with more broken than sound ones never was. */
    private static CharsetReading utf8(byte[] bytes, String label) {
        var strict = Charsets.strictly(bytes, StandardCharsets.UTF_8);
        if (strict.isPresent()) {
            return sound(strict.get());
        }
        var text = new String(bytes, StandardCharsets.UTF_8);
        var broken = text.chars().filter(c -> c == 0xFFFD).count();
        var beyondAscii = text.chars().filter(c -> c >= 0x80).count() - broken;
        if (beyondAscii >= broken) {
            return new CharsetReading(text, Optional.of("is not sound " + Repairs.word(label)));
        }
        var charset = CharsetGuess.of(bytes).map(CharsetGuess::charset).orElse(Charsets.WINDOWS_1252);
        return new CharsetReading(
                new String(bytes, charset),
                Optional.of("is not sound " + Repairs.word(label) + ", read as "
                        + charset.name().toLowerCase(Locale.ROOT)));
    }

    private static CharsetReading declared(byte[] bytes, String label, Charset charset) {
        var western = charset.equals(Charsets.WINDOWS_1252) || charset.name().equals("ISO-8859-15");
        var utf8 = Charsets.strictly(bytes, StandardCharsets.UTF_8);
        if (utf8.isPresent() && !isWide(charset) && charactersBeyondAscii(utf8.get()) >= (western ? 1 : NO_CHANCE)) {
            return new CharsetReading(utf8.get(), readAs(label, StandardCharsets.UTF_8));
        }
        var strict = Charsets.strictly(bytes, charset);
        if (strict.isPresent() && !western) {
            return sound(strict.get());
        }
        var guess = CharsetGuess.of(bytes).filter(found -> !found.isWestern());
        var believed = strict.isEmpty() || (western && CharsetGuess.westernFit(bytes) < 0);
        if (believed && guess.filter(found -> found.letters() >= MANY).isPresent()) {
            return new CharsetReading(
                    new String(bytes, guess.get().charset()),
                    readAs(label, guess.get().charset()));
        }
        return new CharsetReading(
                new String(bytes, charset),
                strict.isPresent() ? Optional.empty() : Optional.of("is not sound " + Repairs.word(label)));
    }

    /** Seven bits that shift between character sets (RFC 1468, RFC 1557), whatever they are called. */
    private static Optional<Charset> shifted(byte[] bytes) {
        for (var i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] < 0) {
                return Optional.empty();
            }
            if (bytes[i] == 0x1b && bytes[i + 1] == '$' && (bytes[i + 2] == 'B' || bytes[i + 2] == '@')) {
                return Charsets.named("iso-2022-jp");
            }
            if (bytes[i] == 0x1b && bytes[i + 1] == '$' && bytes[i + 2] == ')') {
                return Charsets.named("iso-2022-kr");
            }
        }
        return Optional.empty();
    }

    /** No zero either: then UTF-16 is a wrong name for it. */
    private static boolean isAscii(byte[] bytes) {
        for (var value : bytes) {
            if (value <= 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWide(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }

    private static long charactersBeyondAscii(String text) {
        return text.codePoints()
                .filter(c -> c >= 0x80)
                .distinct()
                .limit(NO_CHANCE)
                .count();
    }
}
