package io.switchboard.connector.email;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * From bytes to characters under the name the sender gave, or the best guess. Names that mean more in practice than in their
 * standard are widened to what programs really send (WHATWG Encoding §4.2): Latin-1 to windows-1252, GB2312 to GB18030 and so on.
 */
final class Charsets {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final Map<String, String> WIDER = Map.ofEntries(
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("iso8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-8-i", "iso-8859-8"),
            Map.entry("iso-8859-8-e", "iso-8859-8"),
            Map.entry("gb2312", "gb18030"),
            Map.entry("gbk", "gb18030"),
            Map.entry("x-gbk", "gb18030"),
            Map.entry("big5", "big5-hkscs"),
            Map.entry("ks_c_5601-1987", "ms949"),
            Map.entry("ks_c_5601", "ms949"),
            Map.entry("euc-kr", "ms949"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("iso-2022-jp", "x-windows-50221"),
            Map.entry("utf8", "utf-8"),
            Map.entry("unicode-1-1-utf-8", "utf-8"),
            Map.entry("x-mac-roman", "x-macroman"),
            Map.entry("macintosh", "x-macroman"));

    private Charsets() {}

    /** Empty when no such charset is known here. */
    static Optional<Charset> named(String label) {
        var name = label.strip().toLowerCase(Locale.ROOT).replaceAll("[\"' ]", "");
        if (name.startsWith("cp-")) {
            name = "cp" + name.substring(3);
        }
        try {
            return Optional.of(Charset.forName(WIDER.getOrDefault(name, name)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    /** Under the declared name, whatever the bytes are; guessed when the name is empty, unknown or says only ASCII. */
    static String decode(byte[] bytes, String declared) {
        var charset = named(declared);
        if (charset.isEmpty() || isAscii(declared)) {
            return guess(bytes, "");
        }
        if (charset.get().equals(StandardCharsets.UTF_8)) {
            return strictly(bytes, StandardCharsets.UTF_8).orElseGet(() -> brokenUtf8(bytes));
        }
        return new String(bytes, charset.get());
    }

    /** UTF-8 if the bytes are that, else the hint, else windows-1252, the commonest of the rest. */
    static String guess(byte[] bytes, String hint) {
        return strictly(bytes, StandardCharsets.UTF_8).orElseGet(() -> {
            var fallback = named(hint).filter(charset -> !charset.equals(StandardCharsets.UTF_8));
            return new String(bytes, fallback.orElse(WINDOWS_1252));
        });
    }

    static boolean isSound(byte[] bytes, String declared) {
        return named(declared).flatMap(charset -> strictly(bytes, charset)).isPresent();
    }

    private static boolean isAscii(String declared) {
        return declared.toLowerCase(Locale.ROOT).contains("ascii");
    }

    /** Something with a few damaged characters is UTF-8; something without any sound one is Latin-1 under a wrong name. */
    private static String brokenUtf8(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        var multiByte = text.chars().anyMatch(c -> c >= 0x80 && c != 0xFFFD);
        return multiByte ? text : new String(bytes, WINDOWS_1252);
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException broken) {
            return Optional.empty();
        }
    }
}
