package io.switchboard.canonical;

import java.util.UUID;

/** A support episode over a thread, proposed by us, owned by the helpdesk core. */
public record TicketId(UUID value) {

    /** @param opener the message that opened the episode; a replay reproduces the same ticket */
    public static TicketId of(TenantId tenant, ThreadId thread, MessageId opener) {
        return new TicketId(NameBasedUuid.of("ticket", tenant.value(), thread.toString(), opener.toString()));
    }

    public static TicketId parse(String text) {
        return new TicketId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
