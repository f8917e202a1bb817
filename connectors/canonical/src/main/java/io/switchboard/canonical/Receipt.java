package io.switchboard.canonical;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a message of ours got.
 *
 * @param messageId our id; absent while the platform's status is about a message we do not know (yet)
 * @param state what the platform just said
 * @param furthest what stands, whatever the order of arrival
 */
public record Receipt(
        Optional<MessageId> messageId,
        String nativeId,
        ReceiptState state,
        ReceiptState furthest,
        Instant at,
        Optional<Failure> failure) {

    @Override
    public String toString() {
        return "Receipt[" + state + "]";
    }
}
