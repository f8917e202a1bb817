package io.switchboard.sandbox.platforms.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.sandbox.platforms.wire.Json;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * Writes {@code messages[]} elements of every type but media ({@link InboundMedia}). Source: WhatsApp, Messages webhook
 * reference, one page per type.
 */
public final class InboundMessages {

    private final MetaIds ids;
    private final Clock clock;

    InboundMessages(MetaIds ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    public InboundMessage text(WhatsAppPerson from, String body) {
        return message(from, "text", content -> content.put("body", body));
    }

    public InboundMessage location(WhatsAppPerson from, double latitude, double longitude, String name) {
        return message(
                from,
                "location",
                content -> content.put("latitude", latitude)
                        .put("longitude", longitude)
                        .put("name", name)
                        .put("address", name + ", Example Street 1"));
    }

    public InboundMessage contacts(WhatsAppPerson from, String sharedName, String sharedPhone) {
        var message = base(from, "contacts");
        var card = message.putArray("contacts").addObject();
        card.putObject("name").put("formatted_name", sharedName).put("first_name", sharedName);
        card.putArray("phones")
                .addObject()
                .put("phone", "+" + sharedPhone)
                .put("wa_id", sharedPhone)
                .put("type", "CELL");
        return new InboundMessage(from, message);
    }

    /** A tap on a quick-reply button of a template. */
    public InboundMessage button(WhatsAppPerson from, String text, String payload) {
        return message(
                from, "button", content -> content.put("payload", payload).put("text", text));
    }

    public InboundMessage buttonReply(WhatsAppPerson from, String id, String title) {
        return interactive(from, "button_reply", reply -> reply.put("id", id).put("title", title));
    }

    public InboundMessage listReply(WhatsAppPerson from, String id, String title, String description) {
        return interactive(
                from,
                "list_reply",
                reply -> reply.put("id", id).put("title", title).put("description", description));
    }

    /** A submitted flow form; its answers are JSON inside a JSON string. */
    public InboundMessage formReply(WhatsAppPerson from, ObjectNode answers) {
        return interactive(
                from,
                "nfm_reply",
                reply -> reply.put("name", "flow").put("body", "Sent").put("response_json", Json.write(answers)));
    }

    public InboundMessage order(WhatsAppPerson from, String catalogId, String retailerId, BigDecimal price) {
        return message(from, "order", content -> {
            content.put("catalog_id", catalogId).put("text", "Is this still in stock?");
            content.putArray("product_items")
                    .addObject()
                    .put("product_retailer_id", retailerId)
                    .put("quantity", 2)
                    .put("item_price", price)
                    .put("currency", "EUR");
        });
    }

    public InboundMessage reaction(WhatsAppPerson from, String wamid, String emoji) {
        return message(
                from, "reaction", content -> content.put("message_id", wamid).put("emoji", emoji));
    }

    /** A reaction without an emoji takes the earlier one back. */
    public InboundMessage reactionRemoved(WhatsAppPerson from, String wamid) {
        return message(from, "reaction", content -> content.put("message_id", wamid));
    }

    public InboundMessage numberChanged(WhatsAppPerson from, String newPhone) {
        return message(
                from,
                "system",
                content -> content.put("body", "%s changed to a new number".formatted(from.name()))
                        .put("wa_id", newPhone)
                        .put("new_wa_id", newPhone)
                        .put("type", "user_changed_number"));
    }

    public InboundMessage userIdChanged(WhatsAppPerson from, String newUserId) {
        return message(
                from,
                "system",
                content -> content.put("body", "User %s changed to %s".formatted(from.name(), newUserId))
                        .put("user_id", newUserId)
                        .put("type", "user_changed_user_id"));
    }

    /** Something the API cannot carry, a poll for example; the reason stands in {@code errors}. */
    public InboundMessage unsupported(WhatsAppPerson from) {
        var message = base(from, "unsupported");
        var error = message.putArray("errors")
                .addObject()
                .put("code", 131051)
                .put("title", "Message type unknown")
                .put("message", "Message type unknown");
        error.putObject("error_data").put("details", "Message type is currently not supported.");
        return new InboundMessage(from, message);
    }

    public InboundMessage edit(WhatsAppPerson from, String originalWamid, String newBody) {
        return message(from, "edit", content -> {
            content.put("original_message_id", originalWamid);
            var message = content.putObject("message").put("type", "text");
            message.putObject("context").put("id", originalWamid);
            message.putObject("text").put("body", newBody);
        });
    }

    public InboundMessage revoke(WhatsAppPerson from, String originalWamid) {
        return message(from, "revoke", content -> content.put("original_message_id", originalWamid));
    }

    /** A type nobody has documented yet. */
    public InboundMessage ofType(WhatsAppPerson from, String type) {
        return message(from, type, content -> content.put("id", ids.media()));
    }

    InboundMessage message(WhatsAppPerson from, String type, Consumer<ObjectNode> content) {
        var message = base(from, type);
        content.accept(message.putObject(type));
        return new InboundMessage(from, message);
    }

    private InboundMessage interactive(WhatsAppPerson from, String kind, Consumer<ObjectNode> reply) {
        return message(from, "interactive", content -> {
            content.put("type", kind);
            reply.accept(content.putObject(kind));
        });
    }

    private ObjectNode base(WhatsAppPerson from, String type) {
        var message = Json.object();
        from.phone().ifPresent(phone -> message.put("from", phone));
        from.userId().ifPresent(id -> message.put("from_user_id", id));
        return message.put("id", ids.wamid())
                .put("timestamp", Long.toString(clock.instant().getEpochSecond()))
                .put("type", type);
    }
}
