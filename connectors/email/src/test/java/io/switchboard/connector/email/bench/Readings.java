package io.switchboard.connector.email.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What each contestant, and the witness, made of each mail of the corpora. */
final class Readings {

    private final List<CorpusMail> mails;
    private final Map<Contestant, List<Reading>> readings = new LinkedHashMap<>();

    Readings(List<CorpusMail> mails) {
        this.mails = List.copyOf(mails);
    }

    void add(Contestant contestant) throws IOException, InterruptedException {
        var all = new java.util.ArrayList<Reading>();
        try (var process = contestant.start()) {
            for (var mail : mails) {
                all.add(process.read(mail.bytes()));
            }
        }
        readings.put(contestant, all);
    }

    List<CorpusMail> mails() {
        return mails;
    }

    Reading of(Contestant contestant, int mail) {
        return readings.getOrDefault(contestant, List.of()).get(mail);
    }

    /** Those who read the mail without failing: what they say can be compared. */
    Map<Contestant, Reading> soundOthers(Contestant contestant, int mail) {
        return readings.keySet().stream()
                .filter(other -> !other.equals(contestant))
                .filter(other -> of(other, mail).failure().isEmpty())
                .collect(Collectors.toMap(other -> other, other -> of(other, mail)));
    }

    /** Whether none of them fails over the mail. */
    boolean isReadBy(List<Contestant> contestants, int mail) {
        return contestants.stream()
                .allMatch(contestant -> of(contestant, mail).failure().isEmpty());
    }
}
