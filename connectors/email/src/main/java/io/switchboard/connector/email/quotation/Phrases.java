package io.switchboard.connector.email.quotation;

import java.util.ArrayList;
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

    private final Set<String> all;
    private final Map<String, List<String>> byFirstWord = new HashMap<>();
    private final List<String> withoutBlanks = new ArrayList<>();

    Phrases(List<String> phrases) {
        all = Set.copyOf(phrases);
        for (var phrase : all) {
            var length = wordLength(phrase, 0);
            if (length == 0 || Wording.isWithoutBlanks(phrase.charAt(0))) {
                withoutBlanks.add(phrase);
            } else {
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
        return startingAt(wording, 0).stream().anyMatch(phrase -> Wording.standsAt(wording, 0, phrase))
                || withoutBlanks.stream().anyMatch(wording::startsWith);
    }

    /** Whether one of them stands in it. */
    boolean standIn(String wording) {
        return count(wording, 1) > 0;
    }

    /** How many different ones stand in it, counted up to a limit. */
    int count(String wording, int limit) {
        var found = new HashSet<String>();
        for (var at = 0; at < wording.length() && found.size() < limit; ) {
            for (var phrase : startingAt(wording, at)) {
                if (Wording.standsAt(wording, at, phrase)) {
                    found.add(phrase);
                }
            }
            at += Math.max(1, wordLength(wording, at));
        }
        for (var phrase : withoutBlanks) {
            if (found.size() < limit && wording.contains(phrase)) {
                found.add(phrase);
            }
        }
        return found.size();
    }

    private List<String> startingAt(String wording, int at) {
        var length = wordLength(wording, at);
        return length == 0 ? List.of() : byFirstWord.getOrDefault(wording.substring(at, at + length), List.of());
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
