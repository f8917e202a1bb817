package io.switchboard.connector.email.quotation;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

    private static final String BRACKETS = "[]<>(){}|_*";
    private static final String LINE_ENDS = ".!:\u3002 ";

    /** By their first character; a wildcard is one too. */
    private static final Map<Character, List<MobileLine>> KNOWN = PhraseFile.phrases("mobile").stream()
            .map(MobileLine::new)
            .collect(Collectors.groupingBy(known -> known.template.charAt(0)));

    private static final List<String> LONG_DEVICES = PhraseFile.phrases("device").stream()
            .filter(device -> device.length() > SHORT_DEVICE)
            .toList();

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
                && (isKnown(words, words.charAt(0)) || isKnown(words, '@') || isKnown(words, '*'));
    }

    private static boolean isKnown(String words, char beginning) {
        for (var known : KNOWN.getOrDefault(beginning, List.of())) {
            if (known.fits(words)) {
                return true;
            }
        }
        return false;
    }

    private static String words(String wording) {
        var words = Wording.of(withoutBrackets(Wording.undecorated(withoutLinks(wording))));
        var end = words.length();
        while (end > 0 && LINE_ENDS.indexOf(words.charAt(end - 1)) >= 0) {
            end--;
        }
        return words.substring(0, end);
    }

    private static String withoutLinks(String wording) {
        var hasLink = wording.contains("://") || wording.contains("www.") || wording.contains("mailto:");
        return hasLink ? LINK.matcher(wording).replaceAll(" ") : wording;
    }

    private static String withoutBrackets(String words) {
        var plain = words.toCharArray();
        for (var i = 0; i < plain.length; i++) {
            plain[i] = BRACKETS.indexOf(plain[i]) >= 0 ? ' ' : plain[i];
        }
        return new String(plain);
    }

    private boolean fits(String words) {
        var first = parts.getFirst();
        var last = parts.getLast();
        if (parts.size() == 1) {
            return words.equals(first);
        }
        if (!words.startsWith(first) || !words.endsWith(last) || words.length() < first.length() + last.length()) {
            return false;
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
        return Phrases.DEVICE.standIn(words) || LONG_DEVICES.stream().anyMatch(words::contains);
    }
}
