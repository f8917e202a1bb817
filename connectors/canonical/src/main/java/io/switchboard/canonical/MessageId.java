package io.switchboard.canonical;

import java.util.UUID;

/** One message, the same however often and however late the platform delivers it. */
public record MessageId(UUID value) {

    /** An inbound message: never includes the sender, whose identity may be re-keyed later. */
    public static MessageId of(TenantId tenant, ConnectionId connection, String nativeId) {
        return new MessageId(NameBasedUuid.of("message", tenant.value(), connection.toString(), nativeId));
    }

    /** An inbound message whose native id can be forged or reused, such as an e-mail's Message-ID. */
    public static MessageId of(TenantId tenant, ConnectionId connection, String nativeId, String fingerprint) {
        return new MessageId(NameBasedUuid.of("message", tenant.value(), connection.toString(), nativeId, fingerprint));
    }

    /** A message of ours, known before the platform is called, so that its echo and receipts can join it. */
    public static MessageId ofCommand(TenantId tenant, String commandId, int part) {
        return new MessageId(NameBasedUuid.of("command", tenant.value(), commandId, Integer.toString(part)));
    }

    public static MessageId parse(String text) {
        return new MessageId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
