package io.switchboard.connector.email.content;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the control words of RTF mean for somebody who wants its text alone. */
final class RtfWords {

    /** Groups that hold no text of the document. */
    private static final Set<String> SILENT = Set.of(
            "fonttbl",
            "colortbl",
            "stylesheet",
            "info",
            "pict",
            "object",
            "header",
            "headerf",
            "headerl",
            "headerr",
            "footer",
            "footerf",
            "footerl",
            "footerr",
            "footnote",
            "filetbl",
            "listtable",
            "xmlnstbl",
            "themedata",
            "latentstyles",
            "datastore");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("par", "\n"),
            Map.entry("line", "\n"),
            Map.entry("sect", "\n"),
            Map.entry("page", "\n"),
            Map.entry("row", "\n"),
            Map.entry("cell", "\t"),
            Map.entry("tab", "\t"),
            Map.entry("emdash", "\u2014"),
            Map.entry("endash", "\u2013"),
            Map.entry("bullet", "\u2022"),
            Map.entry("lquote", "\u2018"),
            Map.entry("rquote", "\u2019"),
            Map.entry("ldblquote", "\u201c"),
            Map.entry("rdblquote", "\u201d"),
            Map.entry("emspace", "\u2003"),
            Map.entry("enspace", "\u2002"),
            Map.entry("zwj", "\u200d"),
            Map.entry("zwnj", "\u200c"),
            Map.entry("ltrmark", "\u200e"),
            Map.entry("rtlmark", "\u200f"));

    private RtfWords() {}

    static boolean opensSilence(String word) {
        return SILENT.contains(word);
    }

    /** What stands in the text where the word stands; empty for a word that only changes how it looks. */
    static Optional<String> written(String word) {
        return Optional.ofNullable(WORDS.get(word));
    }
}
