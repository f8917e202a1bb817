package io.switchboard.sandbox.platforms.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.sandbox.platforms.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * Writes elements of {@code statuses[]}. Source: WhatsApp, Status messages webhook reference: conversation and pricing come
 * with {@code sent} and {@code delivered}, the conversation's end with {@code sent} alone.
 */
final class Statuses {

    private static final Duration CONVERSATION = Duration.ofHours(24);

    private final WhatsAppNumber number;
    private final MetaIds ids;

    Statuses(WhatsAppNumber number, MetaIds ids) {
        this.number = number;
        this.ids = ids;
    }

    String conversation() {
        return ids.conversation();
    }

    /** A status of any message, known or not, as a batch builder needs it. */
    static ObjectNode plain(String wamid, String status, String recipientId, Instant at) {
        return Json.object()
                .put("id", wamid)
                .put("status", status)
                .put("timestamp", Long.toString(at.getEpochSecond()))
                .put("recipient_id", recipientId);
    }

    WhatsAppPayload payload(SentMessage message, String status, Instant at, OptionalInt failure, String conversation) {
        var json = Json.object()
                .put("id", message.wamid())
                .put("status", status)
                .put("timestamp", Long.toString(at.getEpochSecond()));
        addRecipient(json, message);
        if (status.equals("sent") || status.equals("delivered")) {
            addConversation(json, status, at, conversation);
        }
        failure.ifPresent(
                code -> json.putArray("errors").add(GraphError.documented(code).inStatus()));
        message.callbackData().ifPresent(data -> json.put("biz_opaque_callback_data", data));
        return WhatsAppPayload.of(number, List.of(new Change(List.of(), List.of(json))));
    }

    private static void addRecipient(ObjectNode json, SentMessage message) {
        message.to()
                .ifPresentOrElse(
                        phone -> json.put("recipient_id", WaId.of(phone)),
                        () -> message.recipient().ifPresent(id -> json.put("recipient_user_id", id)));
    }

    private static void addConversation(ObjectNode json, String status, Instant at, String id) {
        var conversation = json.putObject("conversation").put("id", id);
        if (status.equals("sent")) {
            conversation.put(
                    "expiration_timestamp", Long.toString(at.plus(CONVERSATION).getEpochSecond()));
        }
        conversation.putObject("origin").put("type", "service");
        json.putObject("pricing")
                .put("billable", false)
                .put("pricing_model", "PMP")
                .put("type", "free_customer_service")
                .put("category", "service");
    }
}
