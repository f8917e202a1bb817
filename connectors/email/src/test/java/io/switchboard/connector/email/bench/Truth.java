package io.switchboard.connector.email.bench;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is right about a mail, and according to whom. */
enum Truth {
    /** The authors of the corpus, or the platform that delivered the mail, wrote it down. */
    WRITTEN_DOWN("written down"),

    /**
     * Nobody wrote it down: at least three other readers, and all but at most one of those that read the mail, say the same. The other
     * contestants and Python's reader are asked; the one who is judged is not.
     */
    AGREED("agreed by the others");

    private static final int FEWEST = 3;

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
            case AGREED -> expected.isPresent() ? Optional.empty() : agreed(readings, mail, judged, fact);
        };
    }

    private static Optional<String> agreed(Readings readings, int mail, Contestant judged, Fact fact) {
        var voices = readings.soundOthers(judged, mail).values().stream()
                .flatMap(reading -> reading.says(fact).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        var all = voices.values().stream().mapToLong(Long::longValue).sum();
        return voices.entrySet().stream()
                .filter(voice -> voice.getValue() >= FEWEST && voice.getValue() >= all - 1)
                .map(voice -> voice.getKey())
                .findFirst();
    }
}
