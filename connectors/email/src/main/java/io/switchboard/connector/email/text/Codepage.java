package io.switchboard.connector.email.text;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;

/** Character sets by the numbers that Windows gives them. */
public final class Codepage {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(437, "ibm437"),
            Map.entry(874, "x-windows-874"),
            Map.entry(932, "windows-31j"),
            Map.entry(936, "gb18030"),
            Map.entry(949, "x-windows-949"),
            Map.entry(950, "big5-hkscs"),
            Map.entry(1200, "utf-16le"),
            Map.entry(1201, "utf-16be"),
            Map.entry(10000, "x-macroman"),
            Map.entry(20127, "windows-1252"),
            Map.entry(20866, "koi8-r"),
            Map.entry(20932, "euc-jp"),
            Map.entry(21866, "koi8-u"),
            Map.entry(28591, "windows-1252"),
            Map.entry(28592, "iso-8859-2"),
            Map.entry(28595, "iso-8859-5"),
            Map.entry(28597, "iso-8859-7"),
            Map.entry(28598, "iso-8859-8"),
            Map.entry(28599, "windows-1254"),
            Map.entry(28605, "iso-8859-15"),
            Map.entry(38598, "iso-8859-8"),
            Map.entry(50220, "x-windows-50221"),
            Map.entry(50221, "x-windows-50221"),
            Map.entry(50222, "x-windows-50221"),
            Map.entry(51932, "euc-jp"),
            Map.entry(51949, "x-windows-949"),
            Map.entry(54936, "gb18030"),
            Map.entry(65001, "utf-8"));
    /** The numbers that fonts give to character sets. */
    private static final Map<Integer, Integer> OF_FONTS = Map.ofEntries(
            Map.entry(128, 932),
            Map.entry(129, 949),
            Map.entry(134, 936),
            Map.entry(136, 950),
            Map.entry(161, 1253),
            Map.entry(162, 1254),
            Map.entry(163, 1258),
            Map.entry(177, 1255),
            Map.entry(178, 1256),
            Map.entry(186, 1257),
            Map.entry(204, 1251),
            Map.entry(222, 874),
            Map.entry(238, 1250));

    private Codepage() {}

    /** Western European for numbers nobody knows. */
    public static Charset charset(int number) {
        return known(number).orElse(WESTERN);
    }

    /** Empty for numbers nobody knows. */
    static Optional<Charset> known(int number) {
        var name = NAMES.get(number);
        if (name != null) {
            return Optional.of(Charset.forName(name));
        }
        var windows = number >= 1250 && number <= 1258;
        return windows ? Optional.of(Charset.forName("windows-" + number)) : Optional.empty();
    }

    public static Charset ofFont(int number, Charset otherwise) {
        var codepage = OF_FONTS.get(number);
        return codepage == null ? otherwise : charset(codepage);
    }
}
