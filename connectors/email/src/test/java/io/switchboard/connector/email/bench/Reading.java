package io.switchboard.connector.email.bench;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;

/**
 * What a reader made of one mail.
 *
 * @param facts those it could tell
 * @param failure what it ended in instead of telling all: the name of an exception, {@link #TIMED_OUT} or {@link #DIED}
 * @param nanos what it took in the reader's process
 */
record Reading(Map<Fact, String> facts, Optional<String> failure, long nanos) {

    static final String TIMED_OUT = "took too long";
    static final String DIED = "ended its process";

    Reading {
        facts = Map.copyOf(facts);
    }

    static Reading failed(String how, long nanos) {
        return new Reading(Map.of(), Optional.of(how), nanos);
    }

    /** As it is compared. */
    Optional<String> says(Fact fact) {
        return Optional.ofNullable(facts.get(fact)).map(Reading::plain);
    }

    /** White space and the composition of characters are nobody's fault. The same for all. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("\\s+", " ")
                .strip();
    }
}
