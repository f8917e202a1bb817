package io.switchboard.canonical;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of a reply command.
 *
 * @param attempt from 1; 0 while nothing was tried
 * @param reason why it is not {@link OutboundOutcome#SENT}, in words for an agent
 * @param nextAttemptAt when a deferred reply is tried again
 */
public record OutboundResult(
        String commandId,
        OutboundOutcome outcome,
        int attempt,
        Optional<Failure> reason,
        Optional<Instant> nextAttemptAt) {}
