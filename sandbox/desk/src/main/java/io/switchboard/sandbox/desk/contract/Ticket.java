package io.switchboard.sandbox.desk.contract;

import java.util.Optional;

/** The episode the gateway proposes, and by which rule. */
public record Ticket(String ticketId, String policy, String reason, Optional<String> subject) {

    /** Whether the gateway says that the episode starts or starts again. */
    public boolean opens() {
        return policy.equals("new") || policy.equals("reopen");
    }
}
