package io.switchboard.canonical;

import java.util.List;
import java.util.Optional;

/** The person behind an event, as far as this event and the identity graph tell. */
public record Customer(CustomerId customerId, Optional<String> displayName, List<Identity> identities) {

    public Customer {
        identities = List.copyOf(identities);
    }

    @Override
    public String toString() {
        return "Customer[" + customerId + "]";
    }

    /** One of the customer's names at a provider. */
    public record Identity(IdentityId identityId, String scheme, String scope, String value, Optional<String> handle) {

        @Override
        public String toString() {
            return "Identity[" + scheme + "]";
        }
    }
}
