package io.switchboard.connector.testkit;

import io.switchboard.canonical.InboundEvent;
import io.switchboard.canonical.json.CanonicalJson;
import io.switchboard.connector.ChallengeReply;
import io.switchboard.connector.Translation;
import java.util.List;
import java.util.Map;

/** What became of a delivery. */
sealed interface Reading {

    /** As golden files hold it. */
    String golden();

    default List<InboundEvent> events() {
        return this instanceof Translated translated ? translated.translation().events() : List.of();
    }

    record Translated(Translation translation) implements Reading {
        @Override
        public String golden() {
            return CanonicalJson.pretty(translation);
        }
    }

    record Challenged(ChallengeReply reply) implements Reading {
        @Override
        public String golden() {
            return CanonicalJson.pretty(Map.of("challengeReply", reply));
        }
    }

    record Malformed(String message) implements Reading {
        @Override
        public String golden() {
            return CanonicalJson.pretty(Map.of("malformed", message));
        }
    }
}
