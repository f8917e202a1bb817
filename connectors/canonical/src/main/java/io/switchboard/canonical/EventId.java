package io.switchboard.canonical;

import java.util.UUID;

/** What a CloudEvents consumer deduplicates by. */
public record EventId(UUID value) {

    public static EventId of(TenantId tenant, ConnectionId connection, EventKey key) {
        return new EventId(NameBasedUuid.of(
                "event", tenant.value(), connection.toString(), key.kind(), key.subject(), key.discriminator()));
    }

    public static EventId parse(String text) {
        return new EventId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
