package io.switchboard.connector.email.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** How many facts about the corpora's mails each contestant gets right. */
final class Accuracy {

    private static final List<Fact> COMPARED = List.of(Fact.SUBJECT, Fact.FROM, Fact.NAME, Fact.FILES);

    private final Readings readings;
    private final List<Contestant> contestants;

    Accuracy(Readings readings, List<Contestant> contestants) {
        this.readings = readings;
        this.contestants = List.copyOf(contestants);
    }

    void addTo(MarkdownTable table) {
        for (var truth : Truth.values()) {
            for (var fact : COMPARED) {
                table.add(
                        fact.words() + ", " + truth.words(),
                        contestant -> score(truth, fact, contestant, "").toString());
            }
        }
    }

    /** The same, corpus by corpus. */
    String details() {
        var lines = new ArrayList<String>();
        for (var corpus :
                new TreeSet<>(readings.mails().stream().map(CorpusMail::corpus).toList())) {
            for (var truth : Truth.values()) {
                for (var fact : COMPARED) {
                    var scores = contestants.stream()
                            .map(contestant -> score(truth, fact, contestant, corpus))
                            .toList();
                    if (scores.stream().anyMatch(score -> score.asked() > 0)) {
                        lines.add("%-20s %-16s %-20s %s".formatted(corpus, fact.words(), truth.words(), scores));
                    }
                }
            }
        }
        return String.join("\n", lines);
    }

    /** Every fact somebody gets wrong, and what all say: for a person to judge. */
    String disagreements() {
        var lines = new ArrayList<String>();
        for (var mail = 0; mail < readings.mails().size(); mail++) {
            for (var fact : COMPARED) {
                for (var truth : Truth.values()) {
                    disagreement(mail, fact, truth, lines);
                }
            }
        }
        return String.join("\n", lines);
    }

    private void disagreement(int mail, Fact fact, Truth truth, List<String> lines) {
        for (var contestant : contestants) {
            var right = truth.of(readings, mail, contestant, fact);
            var said = readings.of(contestant, mail).says(fact);
            if (right.isPresent() && !right.equals(said)) {
                var reading = readings.of(contestant, mail);
                lines.add(contestant.title() + " | " + fact.words() + " of "
                        + readings.mails().get(mail) + ", "
                        + truth.words() + ": [" + right.get() + "] and not ["
                        + said.orElse(reading.failure().orElse("nothing")) + "]");
            }
        }
    }

    private Score score(Truth truth, Fact fact, Contestant contestant, String corpus) {
        var right = 0;
        var asked = 0;
        for (var mail : IntStream.range(0, readings.mails().size()).toArray()) {
            var isOf = corpus.isEmpty() || readings.mails().get(mail).corpus().equals(corpus);
            var expected = truth.of(readings, mail, contestant, fact);
            if (isOf && expected.isPresent()) {
                asked++;
                right += expected.equals(readings.of(contestant, mail).says(fact)) ? 1 : 0;
            }
        }
        return new Score(right, asked);
    }

    private record Score(int right, int asked) {
        @Override
        public String toString() {
            return right + " of " + asked;
        }
    }
}
