package io.switchboard.connector.email.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is right about a mail, and according to whom. */
enum Truth {
    /** The authors of the corpus, or the platform that delivered the mail, wrote it down. */
    WRITTEN_DOWN("written down"),

    /**
     * Nobody wrote it down: at least three other readers, and all but at most one of those that read the mail, say the same. The other
     * contestants and Python's reader are asked; the one who is judged is not. How many parts are files is a matter of custom too, so that
     * all must say the same, and a file that is uuencoded within a text is a file to some and text to others. What has characters in it that
     * nobody could read is no answer.
     */
    AGREED("agreed by the others");

    private static final Pattern UUENCODED = Pattern.compile("(?m)^begin [0-7]{3,4} \\S");
    private static final int FEWEST = 3;
    private static final String UNREADABLE = "\ufffd";

    private final String words;

    Truth(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Empty where this does not say. */
    Optional<String> of(Readings readings, int mail, Contestant judged, Fact fact) {
        var expected = Optional.ofNullable(readings.mails().get(mail).expected().get(fact))
                .map(Reading::plain);
        return switch (this) {
            case WRITTEN_DOWN -> expected;
            case AGREED ->
                expected.isPresent() || isUndecided(readings.mails().get(mail), fact)
                        ? Optional.empty()
                        : agreed(readings, mail, judged, fact);
        };
    }

    private static boolean isUndecided(CorpusMail mail, Fact fact) {
        return !mail.compared() || (fact == Fact.FILES && holdsUuencoded(new String(mail.bytes(), ISO_8859_1)));
    }

    static boolean holdsUuencoded(String text) {
        return UUENCODED.matcher(text).find();
    }

    private static Optional<String> agreed(Readings readings, int mail, Contestant judged, Fact fact) {
        var voices = readings.soundOthers(judged, mail).values().stream()
                .flatMap(reading -> reading.says(fact).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        var all = voices.values().stream().mapToLong(Long::longValue).sum();
        return voices.entrySet().stream()
                .filter(voice -> voice.getValue() >= FEWEST && voice.getValue() >= all - (fact == Fact.FILES ? 0 : 1))
                .filter(voice -> !voice.getKey().contains(UNREADABLE))
                .map(voice -> voice.getKey())
                .findFirst();
    }
}
