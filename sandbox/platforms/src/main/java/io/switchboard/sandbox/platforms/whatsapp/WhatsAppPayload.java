package io.switchboard.sandbox.platforms.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.sandbox.platforms.wire.Json;
import java.util.List;

/**
 * The body of one delivery, in the bytes Meta would send: post it twice and it is a redelivery.
 *
 * @param body ASCII
 */
public record WhatsAppPayload(String body) {

    /** One entry of the number's business account. */
    public static WhatsAppPayload of(WhatsAppNumber number, List<Change> changes) {
        return batch(number, List.of(changes));
    }

    /** Several entries, each a list of changes. */
    public static WhatsAppPayload batch(WhatsAppNumber number, List<List<Change>> entries) {
        var envelope = Json.object().put("object", "whatsapp_business_account");
        var array = envelope.putArray("entry");
        for (var changes : entries) {
            array.addObject()
                    .put("id", number.wabaId())
                    .set(
                            "changes",
                            Json.array(changes.stream()
                                    .map(change -> change.json(number))
                                    .toList()));
        }
        return of(envelope);
    }

    /** Any JSON, for deliveries of other fields. */
    public static WhatsAppPayload of(ObjectNode envelope) {
        return new WhatsAppPayload(MetaJson.write(envelope));
    }

    @Override
    public String toString() {
        return "WhatsAppPayload[" + body.length() + " bytes]";
    }
}
