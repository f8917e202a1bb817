package io.switchboard.sandbox.platforms.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.sandbox.platforms.wire.Json;
import java.util.LinkedHashMap;
import java.util.List;

/** One element of {@code changes[]} of the field {@code messages}: what customers did and what became of messages. */
public record Change(List<InboundMessage> messages, List<ObjectNode> statuses) {

    public Change {
        messages = List.copyOf(messages);
        statuses = List.copyOf(statuses);
    }

    ObjectNode json(WhatsAppNumber number) {
        var change = Json.object();
        var value = change.putObject("value").put("messaging_product", "whatsapp");
        value.putObject("metadata")
                .put("display_phone_number", number.digits())
                .put("phone_number_id", number.phoneNumberId());
        if (!messages.isEmpty()) {
            var contacts = new LinkedHashMap<WhatsAppPerson, ObjectNode>();
            messages.forEach(
                    message -> contacts.put(message.from(), message.from().contact()));
            value.set("contacts", Json.array(contacts.values()));
            value.set(
                    "messages",
                    Json.array(messages.stream().map(InboundMessage::json).toList()));
        }
        if (!statuses.isEmpty()) {
            value.set("statuses", Json.array(statuses));
        }
        return change.put("field", "messages");
    }
}
