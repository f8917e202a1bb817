package io.switchboard.connector.email.quotation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The phrases of one kind, in all languages at once, found by their first word. */
final class Phrases {

    static final Phrases WROTE = of("wrote");
    static final Phrases OPENER = of("opener");
    static final Phrases SELF = of("self");
    static final Phrases ORIGINAL = of("original");
    static final Phrases FORWARDING = of("forwarding");
    static final Phrases FORWARD_SUBJECT = of("forward-subject");
    static final Phrases REPLY_ABOVE = of("reply-above");
    static final Phrases DEVICE = of("device");
    static final Phrases NOTICE_TITLE = of("notice-title");
    static final Phrases NOTICE = of("notice");
    static final Phrases REMARK = of("remark");
    static final Phrases FOOTER = of("footer");
    static final Phrases BANNER = of("banner");
    static final Phrases CLOSING = of("closing");
    static final Phrases COMPANY = of("company");
    static final Phrases FIRST_PERSON = of("first-person");

    private static final int MARKS = 4096;

    private final Set<String> all;
    private final Map<String, List<String>> byFirstWord = new HashMap<>();
    /** The marks of all first words; most words of a mail have another. */
    private final BitSet marks = new BitSet(MARKS);

    private final List<String> withoutBlanks = new ArrayList<>();

    Phrases(List<String> phrases) {
        all = Set.copyOf(phrases);
        for (var phrase : all) {
            var length = wordLength(phrase, 0);
            if (length == 0 || Wording.isWithoutBlanks(phrase.charAt(0))) {
                withoutBlanks.add(phrase);
            } else {
                marks.set(mark(phrase, 0, length));
                byFirstWord
                        .computeIfAbsent(phrase.substring(0, length), word -> new ArrayList<>())
                        .add(phrase);
            }
        }
    }

    private static Phrases of(String kind) {
        return new Phrases(PhraseFile.phrases(kind));
    }

    /** Whether the wording is one of them. */
    boolean are(String wording) {
        return all.contains(wording);
    }

    /** Whether the wording begins with one of them. */
    boolean begin(String wording) {
        for (var phrase : startingAt(wording, 0, wordLength(wording, 0))) {
            if (Wording.standsAt(wording, 0, phrase)) {
                return true;
            }
        }
        for (var phrase : withoutBlanks) {
            if (wording.startsWith(phrase)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the wording ends with one of them. */
    boolean end(String wording) {
        return all.stream().anyMatch(wording::endsWith);
    }

    /** Whether one of them stands in it. */
    boolean standIn(String wording) {
        return count(wording, 1) > 0;
    }

    /** How many different ones stand in it, counted up to a limit. */
    int count(String wording, int limit) {
        var found = new HashSet<String>();
        for (var at = 0; at < wording.length() && found.size() < limit; ) {
            var length = wordLength(wording, at);
            for (var phrase : startingAt(wording, at, length)) {
                if (Wording.standsAt(wording, at, phrase)) {
                    found.add(phrase);
                }
            }
            at += Math.max(1, length);
        }
        for (var phrase : withoutBlanks) {
            if (found.size() < limit && wording.contains(phrase)) {
                found.add(phrase);
            }
        }
        return found.size();
    }

    private List<String> startingAt(String wording, int at, int length) {
        return length > 0 && marks.get(mark(wording, at, length))
                ? byFirstWord.getOrDefault(wording.substring(at, at + length), List.of())
                : List.of();
    }

    private static int mark(String text, int at, int length) {
        return ((text.charAt(at) * 31 + text.charAt(at + length - 1)) * 31 + length) % MARKS;
    }

    private static int wordLength(String text, int from) {
        var at = from;
        while (at < text.length() && isOfWord(text.charAt(at))) {
            at++;
        }
        return at - from;
    }

    private static boolean isOfWord(char c) {
        return (Character.isLetterOrDigit(c) && !Wording.isWithoutBlanks(c))
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
