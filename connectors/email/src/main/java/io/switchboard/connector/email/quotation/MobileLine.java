package io.switchboard.connector.email.quotation;

import java.util.List;
import java.util.regex.Pattern;

/** "Sent from my iPhone", "Outlook für Android beziehen": what a program on a phone writes under a mail, as a whole line. */
final class MobileLine {

    private static final int MAX_LENGTH = 160;
    private static final int MAX_LINK = 300;
    private static final int MAX_WORDS = 3;
    private static final int MAX_WORDS_WITH_DEVICE = 7;
    private static final int SHORT_DEVICE = 4;

    /** An address behind or around the words. */
    private static final Pattern LINK =
            Pattern.compile("[<(\\[]? ?(?:https?://|www\\.|mailto:)[^ ]{1," + MAX_LINK + "}");

    private static final List<MobileLine> KNOWN =
            PhraseFile.phrases("mobile").stream().map(MobileLine::new).toList();

    private final String template;
    private final List<String> parts;

    /** @param template {@code *} stands for a few words, {@code @} for words with a device or a program among them */
    private MobileLine(String template) {
        this.template = template;
        this.parts = List.of(template.split("[*@]", -1));
    }

    static boolean is(TextLine line) {
        if (line.isBlank() || line.length() > MAX_LENGTH + MAX_LINK) {
            return false;
        }
        var words = words(line.wording());
        return !words.isEmpty()
                && words.length() <= MAX_LENGTH
                && KNOWN.stream().anyMatch(known -> known.fits(words));
    }

    private static String words(String wording) {
        var words = Wording.undecorated(LINK.matcher(wording).replaceAll(" "));
        words = Wording.of(words.replaceAll("[\\[\\]<>(){}|_*]", " ")).strip();
        var end = words.length();
        while (end > 0 && ".!:。 ".indexOf(words.charAt(end - 1)) >= 0) {
            end--;
        }
        return words.substring(0, end);
    }

    private boolean fits(String words) {
        var first = parts.getFirst();
        var last = parts.getLast();
        if (!words.startsWith(first) || !words.endsWith(last) || words.length() < first.length() + last.length()) {
            return false;
        }
        if (parts.size() == 1) {
            return words.equals(first);
        }
        var at = first.length();
        var wildcard = first.length();
        for (var i = 1; i < parts.size(); i++) {
            var isLast = i == parts.size() - 1;
            var next = isLast ? words.length() - last.length() : words.indexOf(parts.get(i), at + 1);
            if (next < at || !isFilling(words.substring(at, next).strip(), template.charAt(wildcard))) {
                return false;
            }
            at = next + parts.get(i).length();
            wildcard += 1 + parts.get(i).length();
        }
        return true;
    }

    private static boolean isFilling(String words, char wildcard) {
        if (words.isEmpty() || words.contains(". ") || words.contains("?") || words.contains("!")) {
            return false;
        }
        var count = Wording.words(words);
        return (wildcard == '*' && count <= MAX_WORDS && words.indexOf(',') < 0)
                || (count <= MAX_WORDS_WITH_DEVICE && namesDevice(words));
    }

    /** Languages with cases change the end of a name; short names must stand alone. */
    private static boolean namesDevice(String words) {
        return Phrases.DEVICE.standIn(words)
                || PhraseFile.phrases("device").stream()
                        .anyMatch(device -> device.length() > SHORT_DEVICE && words.contains(device));
    }
}
