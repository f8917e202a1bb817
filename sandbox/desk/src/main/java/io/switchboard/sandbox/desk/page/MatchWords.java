package io.switchboard.sandbox.desk.page;

import io.switchboard.sandbox.desk.contract.Message.Match;
import java.util.Locale;

/** Why a message landed in its thread, in words. */
final class MatchWords {

    private MatchWords() {}

    static String of(Match match) {
        var how = switch (match.rule()) {
            case "own_key" -> "The platform names this conversation";
            case "related_key" -> "Another known name of the same conversation or customer";
            case "new" -> "The first message of a new conversation";
            default -> Look.inWords(match.rule());
        };
        return how + ", " + sureness(match.confidence());
    }

    private static String sureness(double confidence) {
        if (confidence >= 0.995) {
            return "certain";
        }
        var number = String.format(Locale.ROOT, "%.2f", confidence);
        if (confidence >= 0.8) {
            return "nearly certain, " + number;
        }
        return (confidence >= 0.5 ? "likely, " : "a guess, ") + number;
    }
}
