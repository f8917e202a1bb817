package io.switchboard.connector.testkit;

import io.switchboard.connector.Delivery;
import io.switchboard.connector.Secrets;

/**
 * A delivery that the platform itself signed: the test vector of its documentation, or a capture.
 *
 * @param source where it comes from, for the reader
 * @param secrets what it was signed with
 */
public record PlatformVector(String source, Delivery delivery, Secrets secrets) {

    @Override
    public String toString() {
        return "PlatformVector[" + source + "]";
    }
}
