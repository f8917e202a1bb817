package io.switchboard.sandbox.desk.contract;

import java.util.Optional;
import java.util.Set;

/** The episode the gateway proposes, and by which rule. */
public record Ticket(String ticketId, String policy, String reason, Optional<String> subject) {

    private static final Set<String> OPENING = Set.of("new", "reopen", "suggest_merge");

    /** Whether the gateway says that the episode starts or starts again. */
    public boolean opens() {
        return OPENING.contains(policy);
    }
}
