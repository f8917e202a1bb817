package io.switchboard.connector.whatsapp;

import io.switchboard.canonical.MediaKind;
import io.switchboard.canonical.MediaReference;
import io.switchboard.canonical.Part;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.meta.GraphError;
import io.switchboard.connector.payload.Payload;
import java.util.List;
import java.util.Optional;

/** What a message holds, by its type. A type nobody knows yet is content too: visible, and no reason to stop. */
record Content(List<Part> parts, List<MediaReference> attachments) {

    Content {
        parts = List.copyOf(parts);
        attachments = List.copyOf(attachments);
    }

    /** @throws MalformedDeliveryException when a type is known and its content is not as documented */
    static Content read(String type, Payload message) {
        var object = message.get(type);
        if (object.isEmpty() && !message.list("errors").isEmpty()) {
            return unsupported(type, message);
        }
        return switch (type) {
            case "text" -> part(new Part.Text(message.require(type).requireText("body")));
            case "image" -> media(MediaKind.IMAGE, message.require(type));
            case "video" -> media(MediaKind.VIDEO, message.require(type));
            case "document" -> media(MediaKind.FILE, message.require(type));
            case "sticker" -> media(MediaKind.STICKER, message.require(type));
            case "audio" -> media(voiceOrSound(message.require(type)), message.require(type));
            case "location" -> part(location(message.require(type)));
            case "contacts" -> new Content(contactCards(message.require(type)), List.of());
            case "button" -> part(button(message.require(type)));
            case "interactive" -> part(InteractiveReply.read(message.require(type)));
            case "order" -> part(ProductOrder.read(message.require(type)));
            default -> unsupported(type, message);
        };
    }

    private static Content part(Part part) {
        return new Content(List.of(part), List.of());
    }

    private static Content media(MediaKind kind, Payload media) {
        var reference = new MediaReference(
                kind,
                Words.require(media, "id"),
                Words.of(media, "filename"),
                Words.of(media, "mime_type"),
                Optional.empty(),
                Words.of(media, "sha256").flatMap(Sha256::hex),
                false,
                Optional.empty());
        return new Content(List.of(new Part.Media(kind, 0, Words.of(media, "caption"))), List.of(reference));
    }

    private static MediaKind voiceOrSound(Payload audio) {
        return audio.flag("voice") ? MediaKind.VOICE_NOTE : MediaKind.AUDIO;
    }

    private static Part location(Payload location) {
        return new Part.Location(
                degrees(location.require("latitude"), 90),
                degrees(location.require("longitude"), 180),
                Words.of(location, "name"),
                Words.of(location, "address"),
                Words.of(location, "url"));
    }

    private static double degrees(Payload coordinate, int limit) {
        var degrees = coordinate.asDecimal().doubleValue();
        if (Math.abs(degrees) > limit) {
            throw new MalformedDeliveryException(coordinate.path() + " is beyond " + limit + " degrees");
        }
        return degrees;
    }

    private static List<Part> contactCards(Payload contacts) {
        var cards = contacts.elements();
        if (cards.isEmpty()) {
            throw new MalformedDeliveryException(contacts.path() + " is empty");
        }
        return cards.stream().map(Content::contactCard).toList();
    }

    private static Part contactCard(Payload contact) {
        var name = contact.get("name");
        return new Part.ContactCard(
                name.flatMap(parts -> Words.of(parts, "formatted_name"))
                        .or(() -> name.flatMap(parts -> Words.of(parts, "first_name"))),
                contact.list("phones").stream()
                        .flatMap(phone -> Words.of(phone, "phone").or(() -> Words.of(phone, "wa_id")).stream())
                        .toList(),
                contact.list("emails").stream()
                        .flatMap(email -> Words.of(email, "email").stream())
                        .toList(),
                contact.get("org").flatMap(org -> Words.of(org, "company")));
    }

    private static Part button(Payload button) {
        var title = button.requireText("text");
        return new Part.Postback(title, button.text("payload").orElse(title));
    }

    /** WhatsApp names the type it could not pass on in {@code unsupported.type} and the reason in {@code errors[]}. */
    private static Content unsupported(String type, Payload message) {
        var original = message.get("unsupported")
                .flatMap(named -> Words.of(named, "type"))
                .orElse(type);
        var reason = message.list("errors").stream()
                .findFirst()
                .map(error -> WhatsAppErrors.failure(GraphError.read(error)))
                .map(failure -> failure.code() + ": " + failure.explanation())
                .orElse("not a type this connector knows");
        return part(new Part.Unsupported(original, reason));
    }
}
