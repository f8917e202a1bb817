package io.switchboard.connector.email.content;

import io.switchboard.connector.email.text.CleanText;

/** Tells whether a text and an HTML part say the same. Only letters and digits count: each program breaks and decorates in its own way. */
final class SameWords {

    private static final int MAX_POINTER = 400;

    /** Longer texts are only compared at their ends: nobody shall make us search for long. */
    private static final int MAX_SEARCHED = 8 * 1024;

    /** The shorter of two that say the same is not much shorter. */
    private static final int SHARE = 2;

    private SameWords() {}

    /** Whether one of them holds the other and hardly anything else. */
    static boolean in(String text, String html) {
        var plain = words(text);
        var shown = words(html);
        if (plain.isEmpty() || shown.isEmpty()) {
            return false;
        }
        return holds(plain, shown) || (plain.length() * SHARE >= shown.length() && holds(shown, plain));
    }

    private static boolean holds(String longer, String shorter) {
        return longer.length() <= MAX_SEARCHED
                ? longer.contains(shorter)
                : longer.startsWith(shorter) || longer.endsWith(shorter);
    }

    /** Whether the text only says, in whatever language, that the reader needs a program that shows HTML. */
    static boolean pointAtHtml(String text, String html) {
        if (text.length() > MAX_POINTER) {
            return false;
        }
        var plain = words(text);
        return plain.contains("html")
                && !words(CleanText.limited(html, MAX_SEARCHED)).contains(plain);
    }

    private static String words(String text) {
        var words = new StringBuilder(text.length());
        text.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(words::appendCodePoint);
        return words.toString();
    }
}
