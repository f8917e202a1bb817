package io.switchboard.canonical;

import java.util.List;

/**
 * Why a message landed in its thread.
 *
 * @param rule the rule that decided: {@code own_key}, {@code related_key}, {@code known_message}, {@code command}, {@code new}; in mail
 *     {@code signed_token}, {@code outbound_id}, {@code inbound_id}, {@code returned_mail}, {@code conversation_index}
 * @param confidence 0 to 1
 * @param alternatives other threads it may belong to, the likeliest first; never joined, only suggested
 */
public record ThreadMatch(String rule, double confidence, List<Alternative> alternatives) {

    public ThreadMatch {
        if (confidence < 0 || confidence > 1) {
            throw new IllegalArgumentException("confidence is not between 0 and 1");
        }
        alternatives = List.copyOf(alternatives);
    }

    /** Nobody could doubt it. */
    public static ThreadMatch certain(String rule) {
        return new ThreadMatch(rule, 1.0, List.of());
    }

    /**
     * A thread that was not joined: the rule that points there is too weak, or the writer has no part in it.
     *
     * @param rule that points there
     * @param confidence 0 to 1
     */
    public record Alternative(ThreadId threadId, String rule, double confidence) {}
}
