package io.switchboard.canonical;

import java.util.UUID;

/** One account of a merchant at one provider: a phone number, a mailbox, a shop domain. */
public record ConnectionId(UUID value) {

    /**
     * @param provider the connector's name, such as {@code whatsapp}
     * @param account the provider's id of the account: phone_number_id, mailbox address, shop domain
     */
    public static ConnectionId of(TenantId tenant, String provider, String account) {
        return new ConnectionId(NameBasedUuid.of("connection", tenant.value(), provider, account));
    }

    public static ConnectionId parse(String text) {
        return new ConnectionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
