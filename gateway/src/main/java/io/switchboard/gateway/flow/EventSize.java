package io.switchboard.gateway.flow;

import io.switchboard.canonical.CloudEvent;
import io.switchboard.canonical.Message;
import io.switchboard.canonical.MessageFlag;
import io.switchboard.canonical.Part;
import io.switchboard.canonical.TicketEvent;
import io.switchboard.canonical.json.CanonicalJson;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps an event within what a Kafka record may hold. One that is larger is told with the beginning of its text and the flag
 * {@code truncated}; the whole is in the delivery that {@code rawRef} names. Otherwise a single huge mail would hold its partition up
 * for ever.
 */
final class EventSize {

    /** Below the topic's {@code max.message.bytes} of 1 MiB, which counts the headers too. */
    static final int MOST_BYTES = 900_000;

    private static final int KEPT_CHARACTERS = 100_000;

    private EventSize() {}

    static byte[] written(CloudEvent event) {
        var whole = CanonicalJson.write(event.data());
        return whole.length <= MOST_BYTES ? whole : CanonicalJson.write(shortened(event.data()));
    }

    private static TicketEvent shortened(TicketEvent event) {
        return new TicketEvent(
                event.thread(),
                event.message().map(EventSize::shortened),
                event.ticket(),
                event.customer(),
                event.replyCapability(),
                event.receipt(),
                event.reaction(),
                event.deletion(),
                event.attachment(),
                event.commerce(),
                event.privacy(),
                event.outbound(),
                event.health(),
                event.consent(),
                event.rekeying(),
                event.rawRef());
    }

    private static Message shortened(Message message) {
        var text = message.textPlain();
        var cut = text.length() <= KEPT_CHARACTERS ? text : text.substring(0, boundary(text));
        var flags = new HashSet<>(message.flags());
        flags.add(MessageFlag.TRUNCATED);
        return new Message(
                message.messageId(),
                message.threadId(),
                message.connectionId(),
                message.tenantId(),
                message.nativeId(),
                message.revision(),
                message.seq(),
                message.direction(),
                message.author(),
                message.channel(),
                message.surface(),
                message.visibility(),
                message.occurredAt(),
                message.occurredAtPrecision(),
                message.receivedAt(),
                message.recordedAt(),
                message.late(),
                List.of(new Part.Text(cut)),
                cut,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                message.subject(),
                message.recipients().stream().limit(100).toList(),
                message.inReplyTo(),
                message.context(),
                message.attachments().stream().limit(100).toList(),
                flags,
                Optional.empty(),
                message.receipt(),
                message.threadMatch(),
                message.rawRef(),
                Map.of());
    }

    private static int boundary(String text) {
        return Character.isHighSurrogate(text.charAt(KEPT_CHARACTERS - 1)) ? KEPT_CHARACTERS - 1 : KEPT_CHARACTERS;
    }
}
