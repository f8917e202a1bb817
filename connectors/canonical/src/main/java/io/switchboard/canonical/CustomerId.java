package io.switchboard.canonical;

import java.util.UUID;

/** A person as far as we know: a reversible set of identities. */
public record CustomerId(UUID value) {

    /** The customer is named by the identity that was seen first. */
    public static CustomerId of(TenantId tenant, IdentityId first) {
        return new CustomerId(NameBasedUuid.of("customer", tenant.value(), first.toString()));
    }

    public static CustomerId parse(String text) {
        return new CustomerId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
