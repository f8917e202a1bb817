package io.switchboard.canonical;

import java.util.List;
import java.util.Optional;

/**
 * The person behind an event, as far as this event and the identity graph tell.
 *
 * @param displayName the name shown by the platform, if it shows one
 */
public record Customer(CustomerId customerId, Optional<String> displayName, List<Identity> identities) {

    public Customer {
        identities = List.copyOf(identities);
    }

    @Override
    public String toString() {
        return "Customer[" + customerId + "]";
    }

    /**
     * One of the customer's names at a provider.
     *
     * @param scheme kind of name: {@code phone}, {@code email}, {@code whatsapp.bsuid} and so on
     * @param scope within what the value is unique; empty when it is unique in the world
     * @param value the name itself, in the provider's spelling
     * @param handle the platform's public user name, if there is one
     */
    public record Identity(IdentityId identityId, String scheme, String scope, String value, Optional<String> handle) {

        @Override
        public String toString() {
            return "Identity[" + scheme + "]";
        }
    }
}
