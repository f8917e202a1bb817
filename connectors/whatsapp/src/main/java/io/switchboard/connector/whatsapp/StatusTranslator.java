package io.switchboard.connector.whatsapp;

import io.switchboard.canonical.Failure;
import io.switchboard.canonical.InboundEvent.ReceiptChanged;
import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.ReceiptState;
import io.switchboard.canonical.Surface;
import io.switchboard.canonical.ThreadAddress;
import io.switchboard.connector.meta.GraphError;
import io.switchboard.connector.payload.Payload;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says what one element of {@code statuses[]} means: how far a message of ours, or of another app, got. */
final class StatusTranslator {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final BusinessNumber number;
    private final List<Person> contacts;
    private final Findings findings;

    StatusTranslator(BusinessNumber number, List<Person> contacts, Findings findings) {
        this.number = number;
        this.contacts = contacts;
        this.findings = findings;
    }

    void translate(Payload status) {
        var word = Words.require(status, "status");
        var state = state(word);
        if (state.isEmpty()) {
            findings.ignore("status " + word, "not a status this connector knows");
            return;
        }
        findings.add(new ReceiptChanged(
                Words.require(status, "id"),
                status.text("biz_opaque_callback_data").flatMap(StatusTranslator::ours),
                state.get(),
                state.get() == ReceiptState.FAILED ? Optional.of(failure(status)) : Optional.empty(),
                thread(status),
                Surface.WHATSAPP_MESSAGE,
                UnixTime.of(status, "timestamp", number.receivedAt())));
    }

    private static Optional<ReceiptState> state(String word) {
        return switch (word) {
            case "sent" -> Optional.of(ReceiptState.SENT);
            case "delivered" -> Optional.of(ReceiptState.DELIVERED);
            case "read" -> Optional.of(ReceiptState.READ);
            case "played" -> Optional.of(ReceiptState.PLAYED);
            case "failed" -> Optional.of(ReceiptState.FAILED);
            case "deleted" -> Optional.of(ReceiptState.DELETED);
            default -> Optional.empty();
        };
    }

    /** What we gave WhatsApp to carry back; other apps on the number carry their own words there. */
    private static Optional<MessageId> ours(String opaque) {
        return UUID_TEXT.matcher(opaque).matches() ? Optional.of(MessageId.parse(opaque)) : Optional.empty();
    }

    private static Failure failure(Payload status) {
        return status.list("errors").stream()
                .findFirst()
                .map(error -> WhatsAppErrors.failure(GraphError.read(error)))
                .orElse(new Failure("unknown", "WhatsApp gave no reason."));
    }

    private ThreadAddress thread(Payload status) {
        if (Words.of(status, "recipient_type").filter("group"::equals).isPresent()) {
            return number.group(Words.require(status, "recipient_id"));
        }
        var recipient = Person.named(
                Words.of(status, "recipient_id"),
                Words.of(status, "recipient_user_id"),
                Words.of(status, "recipient_parent_user_id").or(() -> Words.of(status, "parent_recipient_user_id")));
        return number.thread(recipient.among(contacts, status));
    }
}
