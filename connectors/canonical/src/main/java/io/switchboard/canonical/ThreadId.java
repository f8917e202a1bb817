package io.switchboard.canonical;

import java.util.UUID;

/** The provider-side conversation. Owned by the gateway, immutable, never merged. */
public record ThreadId(UUID value) {

    public static ThreadId of(TenantId tenant, ConnectionId connection, ThreadKey key) {
        return new ThreadId(NameBasedUuid.of("thread", tenant.value(), connection.toString(), key.value()));
    }

    public static ThreadId parse(String text) {
        return new ThreadId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
