package io.switchboard.connector.email.quotation;

import java.util.ArrayList;
import java.util.List;

/** What a line between two mails says by itself. */
enum Divider {
    /** "-----Original Message-----". */
    ORIGINAL,
    /** "---------- Forwarded message ---------", "Begin forwarded message:". */
    FORWARDED,
    /** A help desk's "please write above this line". */
    REPLY_ABOVE,
    NONE;

    private static final int MAX_LENGTH = 150;
    private static final String ANYTHING = "*";
    private static final String DASHES = "----";

    private static final Phrases FORWARDED_ALONE;
    private static final List<String> FORWARDED_BY;

    static {
        var alone = new ArrayList<String>();
        var by = new ArrayList<String>();
        for (var phrase : PhraseFile.phrases("forwarded")) {
            if (phrase.endsWith(ANYTHING)) {
                by.add(phrase.substring(0, phrase.length() - 1));
            } else {
                alone.add(phrase);
            }
        }
        FORWARDED_ALONE = new Phrases(alone);
        FORWARDED_BY = List.copyOf(by);
    }

    static Divider of(TextLine line) {
        if (line.isBlank() || line.length() > 2 * MAX_LENGTH) {
            return NONE;
        }
        var wording = line.wording();
        if (wording.length() > MAX_LENGTH) {
            return NONE;
        }
        var words = Wording.undecorated(wording);
        var isDecorated = decoration(wording) >= 2;
        if (isMarked(wording)
                || Phrases.REPLY_ABOVE.begin(words)
                || (isDecorated && Phrases.REPLY_ABOVE.standIn(words))) {
            return REPLY_ABOVE;
        }
        if (words.endsWith(":") && Phrases.FORWARDING.are(withoutColon(words))) {
            return FORWARDED;
        }
        words = withoutColon(words);
        if (isDecorated && Phrases.ORIGINAL.are(words)) {
            return ORIGINAL;
        }
        return isDecorated && isForwarded(words) ? FORWARDED : NONE;
    }

    /** "----- … -----", with any words. */
    static boolean isTitle(TextLine line) {
        var wording = line.wording();
        return wording.length() <= MAX_LENGTH && wording.startsWith(DASHES) && wording.endsWith(DASHES);
    }

    /** "##- … -##", with any words, as Zendesk writes it. */
    private static boolean isMarked(String wording) {
        return wording.startsWith("##-") && wording.endsWith("-##");
    }

    private static boolean isForwarded(String words) {
        return FORWARDED_ALONE.are(words) || FORWARDED_BY.stream().anyMatch(words::startsWith);
    }

    /** How many dashes and the like stand before the first word, blanks not counted. */
    private static int decoration(String wording) {
        var count = 0;
        for (var i = 0; i < wording.length() && Wording.isDecoration(wording.charAt(i)); i++) {
            count += wording.charAt(i) == ' ' ? 0 : 1;
        }
        return count;
    }

    private static String withoutColon(String words) {
        return words.endsWith(":") ? words.substring(0, words.length() - 1).strip() : words;
    }
}
