package io.switchboard.connector.email.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * From bytes to characters under the name the sender gave, or the best guess. Names that mean more in practice than in their
 * standard are widened to what programs really send (WHATWG Encoding §4.2): Latin-1 to windows-1252, GB2312 to GB18030 and so on.
 */
public final class Charsets {

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Programs mean by these names what Windows means by them, which has more characters. */
    private static final Map<String, String> WIDER = Map.ofEntries(
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("x-iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("gb2312", "gb18030"),
            Map.entry("gbk", "gb18030"),
            Map.entry("big5", "big5-hkscs"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("iso-2022-jp", "x-windows-50221"));

    /** What is written, letters and digits alone, and what is meant by it. */
    private static final Map<String, String> SPELLINGS = spellings();

    private static final Pattern ALL_BUT_LETTERS = Pattern.compile("[^a-z0-9]");
    private static final Pattern ISO_8859 = Pattern.compile("(?:x|windows)?iso8859(\\d{1,2})(?:e|i)?|8859(\\d{1,2})");
    private static final Pattern NUMBERED =
            Pattern.compile("(?:x|ms)?(?:cp|win|windows|mswin|windowscp|xcp)?(\\d{3,5})");

    private static Map<String, String> spellings() {
        var spellings = new HashMap<String, String>();
        spell(spellings, "windows-1252", "ansi latin1 isolatin1 usasci usascii ascii iso646 iso646us xansi msansi");
        spell(spellings, "utf-8", "utf8 unicode11utf8 unicode20utf8 xunicode20utf8 utf8mac utf8mb4 utf8sig utf8n");
        spell(spellings, "utf-16", "unicode ucs2");
        spell(spellings, "iso-8859-2", "latin2");
        spell(spellings, "iso-8859-4", "latin4");
        spell(spellings, "windows-1254", "latin5");
        spell(spellings, "iso-8859-15", "latin9 latin0");
        spell(spellings, "iso-8859-8", "visual logical csiso88598e csiso88598i");
        spell(spellings, "iso-8859-6", "csiso88596e csiso88596i");
        spell(
                spellings,
                "gb18030",
                "chinese gb2312 gb231280 csgb2312 csiso58gb231280 isoir58 xgbk xgb2312 xgb18030 gb180302005 gb2312charset"
                        + " eucgb2312cn euccn xeuccn");
        spell(spellings, "big5-hkscs", "big5 cnbig5 xbig5 xxbig5 big5tw big5eten csbig5");
        spell(
                spellings,
                "x-windows-949",
                "korean ksc5601 ksc56011987 ksc56011989 csksc56011987 isoir149 euckr cseuckr uhc xeuckr");
        spell(spellings, "windows-31j", "sjis xsjis shiftjis csshiftjis mskanji xmsjis");
        spell(spellings, "euc-jp", "eucjp xeucjp xeuc ujis");
        spell(
                spellings,
                "x-windows-50221",
                "iso2022jp csiso2022jp iso2022jp1 iso2022jpms iso2022jp3 iso2022jp2004 jis junet");
        spell(spellings, "x-windows-874", "dos874 thai");
        spell(spellings, "koi8-r", "koi koi8 koi8rus");
        spell(spellings, "koi8-u", "koi8u koi8ru");
        spell(spellings, "x-macroman", "mac macroman xmacroman macintosh csmacintosh");
        spell(spellings, "x-maccyrillic", "xmaccyrillic maccyrillic xmacukrainian");
        spell(spellings, "x-maccentraleurope", "xmacce xmaccentraleurroman maccentraleurope");
        spell(spellings, "x-macgreek", "xmacgreek macgreek");
        spell(spellings, "x-macturkish", "xmacturkish macturkish");
        return Map.copyOf(spellings);
    }

    private static void spell(Map<String, String> spellings, String name, String all) {
        for (var spelling : all.split(" ", -1)) {
            spellings.put(spelling, name);
        }
    }

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
        var letters = ALL_BUT_LETTERS.matcher(name).replaceAll("");
        var spelled = Optional.ofNullable(SPELLINGS.get(letters));
        return spelled.or(() -> iso8859(letters))
                .flatMap(Charsets::installed)
                .or(() -> installed(name))
                .or(() -> numbered(letters));
    }

    private static Optional<String> iso8859(String letters) {
        var numbered = ISO_8859.matcher(letters);
        if (!numbered.matches()) {
            return Optional.empty();
        }
        var number = numbered.group(1) == null ? numbered.group(2) : numbered.group(1);
        return Optional.of("iso-8859-" + number);
    }

    private static Optional<Charset> numbered(String letters) {
        var numbered = NUMBERED.matcher(letters);
        return numbered.matches()
                ? Codepage.known(Integer.parseInt(numbered.group(1))).or(() -> installed("cp" + numbered.group(1)))
                : Optional.empty();
    }

    private static Optional<Charset> installed(String name) {
        try {
            var found = Charset.forName(WIDER.getOrDefault(name, name));
            var wider = WIDER.get(found.name().toLowerCase(Locale.ROOT));
            return Optional.of(wider == null ? found : Charset.forName(wider));
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
