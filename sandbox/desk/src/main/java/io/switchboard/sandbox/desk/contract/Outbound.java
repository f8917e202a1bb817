package io.switchboard.sandbox.desk.contract;

import java.time.Instant;
import java.util.Optional;

/** What became of a reply: {@code queued}, {@code sent}, {@code refused}, {@code deferred}, {@code unconfirmed}. */
public record Outbound(
        String commandId, String outcome, int attempt, Optional<Failure> reason, Optional<Instant> nextAttemptAt) {}
