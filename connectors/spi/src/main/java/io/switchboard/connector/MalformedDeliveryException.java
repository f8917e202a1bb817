package io.switchboard.connector;

/**
 * A delivery is not what its platform documents. Goes to the Invalid Message Channel, never retried.
 *
 * <p>The message says what was found and what was expected and carries no payload: {@code "total_price is not a number"}.
 */
public final class MalformedDeliveryException extends RuntimeException {

    public MalformedDeliveryException(String message) {
        super(message);
    }
}
