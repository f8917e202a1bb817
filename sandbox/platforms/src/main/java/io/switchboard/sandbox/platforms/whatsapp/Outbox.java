package io.switchboard.sandbox.platforms.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.switchboard.sandbox.platforms.wire.Json;
import io.switchboard.sandbox.platforms.wire.Recent;
import java.util.List;
import java.util.OptionalInt;

/** What the platform accepted: remembered, answered, and handed on to have its statuses called back. */
final class Outbox {

    private static final int REMEMBERED = 10_000;

    private final MetaIds ids;
    private final StatusCallbacks statuses;
    private final Recent<SentMessage> sent = new Recent<>(REMEMBERED);
    private final Recent<String> readMarks = new Recent<>(REMEMBERED);

    Outbox(MetaIds ids, StatusCallbacks statuses) {
        this.ids = ids;
        this.statuses = statuses;
    }

    ResponseDefinitionBuilder accept(SendRequest request, OptionalInt failsLater) {
        if (request.isReadMark()) {
            request.text("message_id").ifPresent(readMarks::add);
            return GraphAnswer.json(200, Json.object().put("success", true));
        }
        var message = request.accepted(ids.wamid());
        sent.add(message);
        statuses.begin(message, failsLater);
        return GraphAnswer.json(200, receipt(message));
    }

    List<SentMessage> sent() {
        return sent.list();
    }

    List<String> readMarks() {
        return readMarks.list();
    }

    String trace() {
        return ids.trace();
    }

    private static ObjectNode receipt(SentMessage message) {
        var receipt = Json.object().put("messaging_product", "whatsapp");
        var contact = receipt.putArray("contacts").addObject();
        message.to()
                .ifPresentOrElse(
                        phone -> contact.put("input", phone).put("wa_id", WaId.of(phone)),
                        () -> message.recipient()
                                .ifPresent(id -> contact.put("input", id).put("user_id", id)));
        var told = receipt.putArray("messages").addObject().put("id", message.wamid());
        if (message.type().equals("template")) {
            told.put("message_status", "accepted");
        }
        return receipt;
    }
}
