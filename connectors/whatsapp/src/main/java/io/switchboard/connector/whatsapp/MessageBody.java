package io.switchboard.connector.whatsapp;

import io.switchboard.canonical.MediaKind;
import io.switchboard.canonical.Part;
import io.switchboard.canonical.Part.Interactive.Choice;
import io.switchboard.canonical.ReturnAddress;
import io.switchboard.connector.OutboundMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A message in WhatsApp's words.
 *
 * @param frame what every message carries: to whom, in answer to what, and our message id, which WhatsApp brings back with every status
 */
record MessageBody(Map<String, Object> frame) {

    private static final int MOST_BUTTONS = 3;

    /** @return empty when the return address names nobody */
    static Optional<MessageBody> addressed(OutboundMessage message) {
        var frame = new LinkedHashMap<String, Object>();
        frame.put("messaging_product", "whatsapp");
        if (!address(frame, message.to())) {
            return Optional.empty();
        }
        frame.put("biz_opaque_callback_data", message.messageId().toString());
        return Optional.of(new MessageBody(frame));
    }

    /** A phone number where one is known: WhatsApp prefers it too, and some messages go to phone numbers only. */
    private static boolean address(Map<String, Object> frame, ReturnAddress address) {
        var fields = address.fields();
        frame.put("recipient_type", fields.containsKey(WhatsAppSender.GROUP) ? "group" : "individual");
        if (fields.containsKey(WhatsAppSender.GROUP)) {
            frame.put("to", fields.get(WhatsAppSender.GROUP));
        } else if (fields.containsKey(WhatsAppSender.TO)) {
            frame.put("to", fields.get(WhatsAppSender.TO));
        } else if (fields.containsKey(WhatsAppSender.RECIPIENT)) {
            frame.put("recipient", fields.get(WhatsAppSender.RECIPIENT));
        } else {
            return false;
        }
        return true;
    }

    MessageBody answering(Optional<String> quoted) {
        if (quoted.isEmpty()) {
            return this;
        }
        var answering = new LinkedHashMap<>(frame);
        answering.put("context", Map.of("message_id", quoted.get()));
        return new MessageBody(answering);
    }

    Map<String, Object> text(Part.Text text) {
        return typed("text", ordered("body", text.text(), "preview_url", false));
    }

    Map<String, Object> reaction(String target, String emoji) {
        return typed("reaction", ordered("message_id", target, "emoji", emoji));
    }

    Map<String, Object> media(MediaKind kind, String mediaId, Optional<String> caption, String fileName) {
        var media = new LinkedHashMap<String, Object>();
        media.put("id", mediaId);
        caption.ifPresent(words -> media.put("caption", words));
        if (kind == MediaKind.FILE) {
            media.put("filename", fileName);
        }
        if (kind == MediaKind.VOICE_NOTE) {
            media.put("voice", true);
        }
        return typed(type(kind), media);
    }

    private static String type(MediaKind kind) {
        return switch (kind) {
            case IMAGE -> "image";
            case VIDEO -> "video";
            case AUDIO, VOICE_NOTE -> "audio";
            case FILE -> "document";
            case STICKER -> "sticker";
        };
    }

    Map<String, Object> location(Part.Location place) {
        var location = ordered("latitude", place.latitude(), "longitude", place.longitude());
        place.name().ifPresent(name -> location.put("name", name));
        place.address().ifPresent(address -> location.put("address", address));
        return typed("location", location);
    }

    Map<String, Object> template(Part.Template part) {
        var template = ordered("name", part.name(), "language", Map.of("code", part.language()));
        if (!part.parameters().isEmpty()) {
            var parameters = part.parameters().stream()
                    .map(text -> ordered("type", "text", "text", text))
                    .toList();
            template.put("components", List.of(ordered("type", "body", "parameters", parameters)));
        }
        return typed("template", template);
    }

    /** Up to three choices are buttons, unless a list is asked for. */
    Map<String, Object> interactive(Part.Interactive part, String listButton) {
        var list = part.type().equals("list") || part.choices().size() > MOST_BUTTONS;
        var interactive = ordered("type", list ? "list" : "button");
        part.header().ifPresent(text -> interactive.put("header", ordered("type", "text", "text", text)));
        interactive.put("body", Map.of("text", part.body()));
        part.footer().ifPresent(text -> interactive.put("footer", Map.of("text", text)));
        interactive.put("action", list ? listAction(part.choices(), listButton) : buttons(part.choices()));
        return typed("interactive", interactive);
    }

    private static Map<String, Object> buttons(List<Choice> choices) {
        return ordered(
                "buttons",
                choices.stream()
                        .map(choice -> ordered(
                                "type", "reply", "reply", ordered("id", choice.payload(), "title", choice.title())))
                        .toList());
    }

    private static Map<String, Object> listAction(List<Choice> choices, String button) {
        var rows = choices.stream().map(MessageBody::row).toList();
        return ordered("button", button, "sections", List.of(Map.of("rows", rows)));
    }

    private static Map<String, Object> row(Choice choice) {
        var row = ordered("id", choice.payload(), "title", choice.title());
        choice.description().ifPresent(text -> row.put("description", text));
        return row;
    }

    private Map<String, Object> typed(String type, Map<String, Object> content) {
        var body = new LinkedHashMap<>(frame);
        body.put("type", type);
        body.put(type, content);
        return body;
    }

    private static Map<String, Object> ordered(String name, Object value) {
        var map = new LinkedHashMap<String, Object>();
        map.put(name, value);
        return map;
    }

    private static Map<String, Object> ordered(String name, Object value, String secondName, Object secondValue) {
        var map = ordered(name, value);
        map.put(secondName, secondValue);
        return map;
    }

    @Override
    public String toString() {
        return "MessageBody[***]";
    }
}
