package io.switchboard.canonical;

import java.util.UUID;

/** One way to recognise a person: a phone number, an e-mail address, a platform's user id. */
public record IdentityId(UUID value) {

    public static IdentityId of(TenantId tenant, IdentityKey key) {
        return new IdentityId(NameBasedUuid.of("identity", tenant.value(), key.scheme(), key.scope(), key.value()));
    }

    public static IdentityId parse(String text) {
        return new IdentityId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
