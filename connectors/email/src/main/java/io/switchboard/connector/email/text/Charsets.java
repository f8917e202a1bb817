package io.switchboard.connector.email.text;

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
import java.util.concurrent.ConcurrentHashMap;

/**
 * From bytes to characters under the name the sender gave, or the best guess. Names that mean more in practice than in their
 * standard are widened to what programs really send (WHATWG Encoding §4.2): Latin-1 to windows-1252, GB2312 to GB18030 and so on.
 */
public final class Charsets {

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

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
            Map.entry("ks_c_5601-1989", "ms949"),
            Map.entry("euc_kr", "ms949"),
            Map.entry("cp949", "ms949"),
            Map.entry("windows-949", "ms949"),
            Map.entry("gb_2312-80", "gb18030"),
            Map.entry("gb2312_charset", "gb18030"),
            Map.entry("x-big5", "big5-hkscs"),
            Map.entry("cp932", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("x-euc-jp", "euc-jp"),
            Map.entry("x-euc", "euc-jp"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("windows-874", "x-windows-874"),
            Map.entry("latin-1", "windows-1252"),
            Map.entry("ansi_x3.4-1968", "windows-1252"),
            Map.entry("ansi", "windows-1252"),
            Map.entry("win-1251", "windows-1251"),
            Map.entry("x-cp1251", "windows-1251"),
            Map.entry("koi8", "koi8-r"),
            Map.entry("utf8", "utf-8"),
            Map.entry("utf-8-mac", "utf-8"),
            Map.entry("utf8mb4", "utf-8"),
            Map.entry("unicode", "utf-16"),
            Map.entry("unicode-1-1-utf-8", "utf-8"),
            Map.entry("x-mac-roman", "x-macroman"),
            Map.entry("macintosh", "x-macroman"));

    /** Looking a name up is slow, most of all one that nobody knows. */
    private static final Map<String, Optional<Charset>> KNOWN = new ConcurrentHashMap<>();

    private static final int MAX_KNOWN = 1_000;
    private static final int MAX_LABEL = 40;

    private Charsets() {}

    /** Empty when no such charset is known here. */
    public static Optional<Charset> named(String label) {
        var known = KNOWN.get(label);
        if (known != null) {
            return known;
        }
        var found = lookedUp(label);
        if (KNOWN.size() < MAX_KNOWN && label.length() < MAX_LABEL) {
            KNOWN.put(label, found);
        }
        return found;
    }

    private static Optional<Charset> lookedUp(String label) {
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

    /** Under the declared name if the bytes agree with it, else as what they are. */
    public static String decode(byte[] bytes, String declared) {
        return CharsetReading.of(bytes, declared).text();
    }

    /** UTF-8 if the bytes are that, else the hint, else what they look like. */
    public static String guess(byte[] bytes, String hint) {
        return strictly(bytes, StandardCharsets.UTF_8)
                .orElseGet(
                        () -> CharsetReading.of(bytes, isUtf8(hint) ? "" : hint).text());
    }

    /** Empty when the bytes are anything else. */
    public static Optional<String> utf8(byte[] bytes) {
        return strictly(bytes, StandardCharsets.UTF_8);
    }

    private static boolean isUtf8(String hint) {
        return named(hint).filter(StandardCharsets.UTF_8::equals).isPresent();
    }

    static Optional<String> strictly(byte[] bytes, Charset charset) {
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
