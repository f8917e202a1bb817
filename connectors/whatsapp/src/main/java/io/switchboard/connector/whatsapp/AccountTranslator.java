package io.switchboard.connector.whatsapp;

import io.switchboard.canonical.HealthState;
import io.switchboard.canonical.InboundEvent.ConnectionHealthChanged;
import io.switchboard.canonical.Surface;
import io.switchboard.canonical.ThreadAddress;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.meta.MetaEnvelope.Change;
import io.switchboard.connector.payload.Payload;
import java.time.Instant;
import java.util.Optional;

/** Says what {@code account_update} and {@code phone_number_quality_update} mean for the connection. */
final class AccountTranslator {

    private final ConnectionRef connection;
    private final Instant receivedAt;

    AccountTranslator(ConnectionRef connection, Instant receivedAt) {
        this.connection = connection;
        this.receivedAt = receivedAt;
    }

    void translate(Change change, Findings findings) {
        var event = Words.require(change.value(), "event");
        var state = state(event, change.value());
        var reason = change.field() + " " + event
                + ban(change.value()).map(ban -> " " + ban).orElse("");
        if (state.isEmpty()) {
            findings.ignore(reason, "says nothing about whether messages flow");
            return;
        }
        var account = Words.of(change.entry(), "id").orElse(connection.account());
        findings.add(new ConnectionHealthChanged(
                state.get(),
                reason,
                discriminator(change, reason),
                ThreadAddress.of("account:" + account),
                Surface.WHATSAPP_MESSAGE,
                UnixTime.of(change.entry(), "time", receivedAt)));
    }

    private static Optional<HealthState> state(String event, Payload value) {
        return switch (event) {
            case "DISABLED_UPDATE" -> ban(value).flatMap(AccountTranslator::banned);
            case "ACCOUNT_VIOLATION" -> Optional.of(HealthState.ACTION_REQUIRED);
            case "ACCOUNT_RESTRICTION", "FLAGGED", "DOWNGRADE" -> Optional.of(HealthState.DEGRADED);
            case "ACCOUNT_DELETED", "ACCOUNT_OFFBOARDED" -> Optional.of(HealthState.DISCONNECTED);
            case "PARTNER_REMOVED", "PARTNER_APP_UNINSTALLED" -> Optional.of(HealthState.REVOKED);
            case "PARTNER_ADDED", "PARTNER_APP_INSTALLED", "ACCOUNT_RECONNECTED", "UNFLAGGED" ->
                Optional.of(HealthState.CONNECTED);
            default -> Optional.empty();
        };
    }

    private static Optional<HealthState> banned(String banState) {
        return switch (banState) {
            case "SCHEDULE_FOR_DISABLE" -> Optional.of(HealthState.ACTION_REQUIRED);
            case "DISABLE" -> Optional.of(HealthState.SUSPENDED);
            case "REINSTATE" -> Optional.of(HealthState.CONNECTED);
            default -> Optional.empty();
        };
    }

    private static Optional<String> ban(Payload value) {
        return value.get("ban_info").flatMap(ban -> Words.of(ban, "waba_ban_state"));
    }

    /** An account has several numbers, and each may be flagged more than once. */
    private static String discriminator(Change change, String reason) {
        var number = Words.of(change.value(), "display_phone_number")
                .or(() -> Words.of(change.value(), "phone_number"))
                .orElse("");
        return reason + ":" + number + ":" + Words.of(change.entry(), "time").orElse("");
    }
}
