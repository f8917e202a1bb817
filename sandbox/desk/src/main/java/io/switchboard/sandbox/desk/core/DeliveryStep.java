package io.switchboard.sandbox.desk.core;

import io.switchboard.sandbox.desk.contract.Failure;
import io.switchboard.sandbox.desk.contract.Outbound;
import io.switchboard.sandbox.desk.contract.Receipt;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that was said about a message of ours.
 *
 * @param word the contract's word for it
 * @param attempt from 1; 0 where none was made or named
 * @param again when a deferred message is tried again
 */
public record DeliveryStep(String word, int attempt, Instant at, Optional<Failure> reason, Optional<Instant> again) {

    static DeliveryStep of(Outbound outbound, Instant at) {
        return new DeliveryStep(
                outbound.outcome(), outbound.attempt(), at, outbound.reason(), outbound.nextAttemptAt());
    }

    static DeliveryStep of(Receipt receipt, Instant heard) {
        return new DeliveryStep(receipt.state(), 0, receipt.at().orElse(heard), receipt.failure(), Optional.empty());
    }

    public Optional<DeliveryState> state() {
        return DeliveryState.of(word);
    }

    /** Said before, only at another time or by another event; receipts do not name the attempt they are about. */
    boolean repeats(DeliveryStep other) {
        return word.equals(other.word) && (attempt == other.attempt || attempt == 0 || other.attempt == 0);
    }
}
