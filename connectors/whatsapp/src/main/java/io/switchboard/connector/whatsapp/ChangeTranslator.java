package io.switchboard.connector.whatsapp;

import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.meta.GraphError;
import io.switchboard.connector.meta.MetaEnvelope.Change;
import io.switchboard.connector.payload.Payload;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Decides by a change's field who translates its elements. Every element becomes an event or is ignored with a reason. */
final class ChangeTranslator {

    /** What surrounds the elements of a change and is read along with them. */
    private static final Set<String> FRAME = Set.of("messaging_product", "metadata", "contacts");

    private static final Map<String, String> IGNORED_FIELDS = Map.of(
            "message_template_status_update", "a template changed; the connection did not",
            "message_template_quality_update", "a template changed; the connection did not",
            "template_category_update", "a template changed; the connection did not",
            "phone_number_name_update", "the display name does not decide whether messages flow",
            "account_review_update", "the review does not decide whether messages flow",
            "history", "conversations from before the connection are not imported",
            "smb_app_state_sync", "the address book of the WhatsApp Business app is not imported",
            "calls", "calls are answered in WhatsApp and not carried");

    private final ConnectionRef connection;
    private final Instant receivedAt;
    private final Findings findings;

    ChangeTranslator(ConnectionRef connection, Instant receivedAt, Findings findings) {
        this.connection = connection;
        this.receivedAt = receivedAt;
        this.findings = findings;
    }

    void translate(Change change) {
        var what = "field " + change.field();
        var before = findings.size();
        findings.attempt(what, () -> dispatch(change));
        if (findings.size() == before) {
            findings.ignore(what, "holds no element");
        }
    }

    private void dispatch(Change change) {
        switch (change.field()) {
            case "messages" -> messages(change);
            case "smb_message_echoes", "message_echoes" -> echoes(change);
            case "user_preferences" -> preferences(change);
            case "user_id_update" -> userIds(change);
            case "account_update", "phone_number_quality_update" ->
                new AccountTranslator(connection, receivedAt).translate(change, findings);
            default ->
                findings.ignore(
                        "field " + change.field(),
                        IGNORED_FIELDS.getOrDefault(change.field(), "not a field this connector knows"));
        }
    }

    private void messages(Change change) {
        var value = change.value();
        var number = BusinessNumber.of(change, connection, receivedAt);
        var contacts = Person.contacts(value, findings);
        var messages = new MessageTranslator(number, contacts, MessageTranslator.Side.CUSTOMER);
        var statuses = new StatusTranslator(number, contacts, findings);
        findings.each(value, "messages", message -> findings.add(messages.translate(message)));
        findings.each(value, "statuses", statuses::translate);
        findings.each(value, "errors", this::platformError);
        value.fieldNames().stream()
                .filter(name -> !FRAME.contains(name)
                        && !Set.of("messages", "statuses", "errors").contains(name))
                .forEach(name -> findings.ignore("messages." + name, "not an element this connector knows"));
    }

    private void echoes(Change change) {
        var number = BusinessNumber.of(change, connection, receivedAt);
        var contacts = Person.contacts(change.value(), findings);
        var messages = new MessageTranslator(number, contacts, MessageTranslator.Side.BUSINESS);
        findings.each(change.value(), "message_echoes", echo -> findings.add(messages.translate(echo)));
    }

    private void preferences(Change change) {
        var number = BusinessNumber.of(change, connection, receivedAt);
        var preferences = new PreferenceTranslator(number, Person.contacts(change.value(), findings), findings);
        findings.each(change.value(), "user_preferences", preferences::translate);
    }

    private void userIds(Change change) {
        var translator = new UserIdTranslator(BusinessNumber.of(change, connection, receivedAt));
        findings.each(
                change.value(),
                "user_id_update",
                update -> translator.translate(update).forEach(findings::add));
    }

    /** Tells that something failed at WhatsApp, and neither when nor for which message. */
    private void platformError(Payload error) {
        var failure = WhatsAppErrors.failure(GraphError.read(error));
        findings.ignore("error " + failure.code(), failure.explanation());
    }
}
