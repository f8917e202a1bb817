package io.switchboard.gateway.replies;

import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.Part;
import io.switchboard.canonical.ReturnAddress;
import io.switchboard.connector.ConnectorDescriptor;
import io.switchboard.connector.Feature;
import io.switchboard.connector.OutboundMessage;
import io.switchboard.gateway.tickets.Threads;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Cuts a reply into what the connector declared it can send at once. */
final class ReplyContent {

    private ReplyContent() {}

    /** The feature a connector needs for a part, if any connector has one for it. */
    static Optional<Feature> needed(Part part) {
        return switch (part) {
            case Part.Text text -> Optional.of(Feature.SEND_TEXT);
            case Part.Html html -> Optional.of(Feature.SEND_HTML);
            case Part.Location location -> Optional.of(Feature.SEND_LOCATION);
            case Part.Template template -> Optional.of(Feature.SEND_TEMPLATE);
            case Part.Interactive interactive -> Optional.of(Feature.SEND_INTERACTIVE);
            case Part.Media media ->
                Optional.of(
                        switch (media.media()) {
                            case IMAGE -> Feature.SEND_IMAGE;
                            case VIDEO -> Feature.SEND_VIDEO;
                            case AUDIO, VOICE_NOTE -> Feature.SEND_AUDIO;
                            case STICKER -> Feature.SEND_STICKER;
                            case FILE -> Feature.SEND_FILE;
                        });
            case Part.ContactCard card -> Optional.empty();
            case Part.Product product -> Optional.empty();
            case Part.Order order -> Optional.empty();
            case Part.Postback postback -> Optional.empty();
            case Part.FormResponse response -> Optional.empty();
            case Part.Calendar calendar -> Optional.empty();
            case Part.SystemNotice notice -> Optional.empty();
            case Part.Unsupported unsupported -> Optional.empty();
        };
    }

    /**
     * One message per piece; a channel with subjects takes everything in one.
     *
     * @param files what media parts point at
     * @param token names the conversation to us
     * @param quoted native id of the message the reply quotes, reacts to or marks
     */
    static List<OutboundMessage> cut(
            Reply reply,
            Threads.View thread,
            ConnectorDescriptor descriptor,
            Optional<String> quoted,
            List<OutboundMessage.File> files,
            String token) {
        var command = reply.command();
        if (command.reaction().isPresent()) {
            var emoji = command.reaction().get().emoji();
            return List.of(message(
                    reply,
                    thread.returnAddress(),
                    0,
                    new OutboundMessage.React(quoted.orElseThrow(), emoji),
                    List.of(),
                    token));
        }
        if (command.markRead().isPresent()) {
            return List.of(message(
                    reply,
                    thread.returnAddress(),
                    0,
                    new OutboundMessage.MarkRead(quoted.orElseThrow()),
                    List.of(),
                    token));
        }
        var messages = new ArrayList<OutboundMessage>();
        for (var parts : pieces(command.parts(), descriptor)) {
            var content = new OutboundMessage.Reply(
                    parts,
                    command.subject(),
                    messages.isEmpty() ? quoted : Optional.empty(),
                    List.of(),
                    command.isAutomatic());
            messages.add(message(reply, thread.returnAddress(), messages.size(), content, files, token));
        }
        return messages;
    }

    private static OutboundMessage message(
            Reply reply,
            ReturnAddress to,
            int piece,
            OutboundMessage.Content content,
            List<OutboundMessage.File> files,
            String token) {
        var id = MessageId.ofCommand(reply.tenant(), reply.command().commandId(), piece);
        return new OutboundMessage(id, to, content, files, Optional.of(token));
    }

    private static List<List<Part>> pieces(List<Part> parts, ConnectorDescriptor descriptor) {
        if (descriptor.supports(Feature.SUBJECT)) {
            return List.of(parts);
        }
        var pieces = new ArrayList<List<Part>>();
        for (var part : parts) {
            if (part instanceof Part.Text words) {
                split(words.text(), descriptor.limits().textLength())
                        .forEach(piece -> pieces.add(List.of(new Part.Text(piece))));
            } else {
                pieces.add(List.of(part));
            }
        }
        return pieces;
    }

    /** Pieces of at most the given length, cut between sentences or words where possible, never within a character. */
    static List<String> split(String text, int most) {
        var pieces = new ArrayList<String>();
        var rest = text;
        while (rest.length() > most) {
            var cut = cut(rest, most);
            pieces.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut).stripLeading();
        }
        if (!rest.isBlank()) {
            pieces.add(rest);
        }
        return pieces;
    }

    private static int cut(String text, int most) {
        // One character beyond the most tells whether a boundary there is one; the iterators read all they are given.
        var window = text.substring(0, most + 1);
        for (var breaks : List.of(
                BreakIterator.getSentenceInstance(Locale.ROOT),
                BreakIterator.getWordInstance(Locale.ROOT),
                BreakIterator.getCharacterInstance(Locale.ROOT))) {
            breaks.setText(window);
            var at = breaks.preceding(window.length());
            if (at > most / 2) {
                return at;
            }
        }
        return most > 1 && Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    }
}
