package io.switchboard.sandbox.desk.page;

import io.switchboard.sandbox.desk.contract.Body;
import io.switchboard.sandbox.desk.contract.Event;
import io.switchboard.sandbox.desk.contract.UnreadableRecord;
import io.switchboard.sandbox.desk.core.Entry;
import java.util.Optional;

/** Puts what is neither a message nor a shop's report into a neutral line. Whatever it is, it is no error of the page. */
final class Notices {

    private final Times times;

    Notices(Times times) {
        this.times = times;
    }

    Item of(Entry.Notice notice) {
        var at = times.clockTime(notice.at());
        return switch (notice.about()) {
            case Event event -> new Item.Notice(notice.key(), words(event), event.type(), at);
            case UnreadableRecord unreadable ->
                new Item.Notice(
                        notice.key(),
                        "A record that is not what the contract says",
                        unreadable.place() + ": " + unreadable.reason(),
                        at);
        };
    }

    private String words(Event event) {
        var body = event.body();
        return switch (event.kind()) {
            case "identity.rekeyed" ->
                "The customer has another "
                        + body.rekeying()
                                .map(Body.Rekeying::scheme)
                                .map(Notices::scheme)
                                .orElse("name") + " now; it is the same person";
            case "consent.changed" -> body.consent().map(Notices::consent).orElse("A consent changed");
            case "privacy.request" -> body.privacy().map(this::privacy).orElse("Somebody asked about their data");
            case "connection.health_changed" ->
                body.health().map(Notices::health).orElse("The connection's health changed");
            default -> "Something this desk does not know: " + event.kind();
        };
    }

    private static String scheme(String scheme) {
        return Optional.of(scheme).filter(known -> !known.isEmpty()).orElse("name");
    }

    private static String consent(Body.Consent consent) {
        var purpose = switch (consent.purpose()) {
            case "all" -> "any messages";
            case "marketing" -> "marketing";
            case "service" -> "service messages";
            default -> consent.purpose();
        };
        return switch (consent.state()) {
            case "opted_in" -> "The customer agreed to " + purpose;
            case "opted_out" -> "The customer no longer wants " + purpose;
            default -> "Consent to " + purpose + ": " + Look.inWords(consent.state());
        };
    }

    private String privacy(Body.Privacy request) {
        var what = switch (request.kind()) {
            case "data_request" -> "The customer asked for their data";
            case "redact_customer" -> "The customer's data must be erased";
            case "redact_shop" -> "The shop's data must be erased";
            default -> "A request about personal data: " + Look.inWords(request.kind());
        };
        return request.dueBy()
                .map(due -> what + ", due " + times.moment(due).shown())
                .orElse(what);
    }

    private static String health(Body.Health health) {
        var state = switch (health.state()) {
            case "connected" -> "The connection works";
            case "degraded" -> "The connection works in part";
            case "action_required" -> "The connection needs somebody to act";
            case "disconnected" -> "The connection is down";
            case "revoked" -> "The connection's access was revoked";
            case "suspended" -> "The connection is suspended";
            default -> "The connection is " + Look.inWords(health.state());
        };
        return health.reason().isEmpty() ? state : state + ": " + health.reason();
    }
}
