package io.switchboard.sandbox.desk.contract;

import java.time.Instant;
import java.util.Optional;

/** How far a message of ours got. {@code messageId} is absent while the gateway does not know the message (yet). */
public record Receipt(
        Optional<String> messageId,
        Optional<String> nativeId,
        String state,
        Optional<Instant> at,
        Optional<Failure> failure) {}
