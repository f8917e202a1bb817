package io.switchboard.connector.email.automatic;

import io.switchboard.canonical.ReceiptState;
import io.switchboard.connector.email.mime.Entity;
import io.switchboard.connector.email.mime.Mail;
import io.switchboard.connector.email.mime.MessageIds;
import java.util.Locale;
import java.util.Optional;

/**
 * A program's word that a mail arrived (RFC 3464, {@code delivered}) or was read (RFC 8098). It says nothing more, so it is no
 * message to anybody.
 *
 * @param originalMessageId of the mail it is about
 * @param state empty when it says neither: a relay passed the mail on, a reader refused to tell
 */
public record MailReceipt(Optional<String> originalMessageId, Optional<ReceiptState> state) {

    static Optional<MailReceipt> in(Mail mail, Optional<Bounce> report) {
        if (report.isPresent()) {
            return report.filter(bounce -> !bounce.isTrouble())
                    .map(bounce -> new MailReceipt(
                            bounce.originalMessageId(),
                            Optional.of(ReceiptState.DELIVERED).filter(yes -> bounce.isDelivered())));
        }
        if (!mail.root().type().is("multipart", "report")) {
            return Optional.empty();
        }
        return mail.root().children().stream()
                .filter(MailReceipt::isDisposition)
                .findFirst()
                .map(part -> of(part, mail));
    }

    private static boolean isDisposition(Entity part) {
        return part.type().is("message", "disposition-notification")
                || part.type().is("message", "global-disposition-notification");
    }

    private static MailReceipt of(Entity part, Mail mail) {
        var fields = DeliveryReport.groups(part).stream().findFirst();
        var original = fields.flatMap(group -> group.raw("Original-Message-ID")).flatMap(MessageIds::own);
        var disposition = fields.flatMap(group -> group.raw("Disposition")).orElse("");
        return new MailReceipt(
                original.or(() -> ReturnedMail.in(mail, "").messageId()).or(() -> ReturnedMail.answered(mail)),
                state(disposition));
    }

    /** Behind the modes, before modifiers: {@code manual-action/MDN-sent-manually; displayed/error}. Whoever deletes has it. */
    private static Optional<ReceiptState> state(String disposition) {
        var type = disposition.substring(disposition.indexOf(';') + 1).strip().toLowerCase(Locale.ROOT);
        return switch (type.split("[^a-z]", 2)[0]) {
            case "displayed" -> Optional.of(ReceiptState.READ);
            case "deleted", "dispatched", "processed" -> Optional.of(ReceiptState.DELIVERED);
            default -> Optional.empty();
        };
    }
}
