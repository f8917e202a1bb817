package io.switchboard.connector.testkit;

import io.switchboard.canonical.MediaKind;
import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.Part;
import io.switchboard.canonical.ReturnAddress;
import io.switchboard.connector.Body;
import io.switchboard.connector.Feature;
import io.switchboard.connector.OutboundMessage;
import io.switchboard.connector.OutboundMessage.Content;
import io.switchboard.connector.OutboundMessage.File;
import io.switchboard.connector.OutboundMessage.MarkRead;
import io.switchboard.connector.OutboundMessage.React;
import io.switchboard.connector.OutboundMessage.Reply;
import java.util.List;
import java.util.Optional;

/** Something to send for every feature that is about sending. */
record SampleContents(MessageId messageId, ReturnAddress to, String inReplyTo) {

    static SampleContents toNobody(MessageId messageId) {
        return new SampleContents(messageId, ReturnAddress.NONE, "unknown");
    }

    /** Empty for features that are not about sending something of their own. */
    Optional<OutboundMessage> of(Feature feature) {
        return switch (feature) {
            case SEND_TEXT -> reply(new Part.Text("Hello"));
            case SEND_HTML -> reply(new Part.Html("<p>Hello</p>", "Hello"));
            case SEND_IMAGE -> media(MediaKind.IMAGE, "picture.png", "image/png");
            case SEND_VIDEO -> media(MediaKind.VIDEO, "film.mp4", "video/mp4");
            case SEND_AUDIO -> media(MediaKind.AUDIO, "sound.ogg", "audio/ogg");
            case SEND_FILE -> media(MediaKind.FILE, "invoice.pdf", "application/pdf");
            case SEND_STICKER -> media(MediaKind.STICKER, "sticker.webp", "image/webp");
            case SEND_LOCATION ->
                reply(new Part.Location(
                        52.5, 13.4, Optional.of("Shop"), Optional.of("Main Street 1"), Optional.empty()));
            case SEND_TEMPLATE -> reply(new Part.Template("welcome", "en", List.of("Ann"), "Welcome, Ann"));
            case SEND_INTERACTIVE ->
                reply(new Part.Interactive(
                        "button",
                        Optional.empty(),
                        "Is that right?",
                        Optional.empty(),
                        List.of(new Part.Interactive.Choice("yes", "Yes", Optional.empty()))));
            case SEND_REACTION -> message(new React(inReplyTo, Optional.of("\uD83D\uDC4D")), List.of());
            case MARK_READ -> message(new MarkRead(inReplyTo), List.of());
            case QUOTE, SUBJECT, DELIVERY_RECEIPTS, READ_RECEIPTS, IDEMPOTENT_SEND, CORRELATED_RECEIPTS ->
                Optional.empty();
        };
    }

    private Optional<OutboundMessage> media(MediaKind kind, String name, String type) {
        return message(
                new Reply(
                        List.of(new Part.Media(kind, 0, Optional.empty())),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()),
                List.of(new File(name, type, Body.ofText("bytes"))));
    }

    private Optional<OutboundMessage> reply(Part part) {
        return message(new Reply(List.of(part), Optional.empty(), Optional.empty(), List.of()), List.of());
    }

    private Optional<OutboundMessage> message(Content content, List<File> files) {
        return Optional.of(new OutboundMessage(messageId, to, content, files));
    }
}
