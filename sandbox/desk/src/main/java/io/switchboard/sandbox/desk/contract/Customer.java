package io.switchboard.sandbox.desk.contract;

import java.util.List;
import java.util.Optional;

/** The person behind an event. */
public record Customer(String customerId, Optional<String> displayName, List<Identity> identities) {

    @Override
    public String toString() {
        return "Customer[" + customerId + "]";
    }

    /** One of the customer's names at a platform. */
    public record Identity(String scheme, String value, Optional<String> handle) {

        @Override
        public String toString() {
            return "Identity[" + scheme + "]";
        }
    }
}
