package io.switchboard.connector.email.automatic;

import io.switchboard.connector.email.mime.Entity;
import io.switchboard.connector.email.mime.Mail;
import io.switchboard.connector.email.mime.ParameterizedValue;
import io.switchboard.connector.email.text.CleanText;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A provider's word on what a recipient thinks of a mail (ARF, RFC 5965).
 *
 * @param type {@code abuse}, {@code fraud}, {@code not-spam} and others
 * @param originalMessageId of the mail it is about
 */
record FeedbackReport(String type, Optional<String> originalMessageId) {

    static Optional<FeedbackReport> in(Mail mail) {
        if (!mail.root().type().is("multipart", "report")) {
            return Optional.empty();
        }
        return mail.root().children().stream()
                .filter(part -> part.type().is("message", "feedback-report"))
                .findFirst()
                .map(part -> of(part, mail));
    }

    private static FeedbackReport of(Entity part, Mail mail) {
        var type = DeliveryReport.groups(part).stream()
                .flatMap(group -> group.raw("Feedback-Type").stream())
                .map(value -> ParameterizedValue.parse(value).value())
                .findFirst();
        return new FeedbackReport(
                type.orElse("other"), ReturnedMail.in(mail, "").messageId());
    }

    Map<String, String> asExt() {
        var ext = new TreeMap<>(Map.of("feedback.type", CleanText.limited(type, 60)));
        originalMessageId.ifPresent(id -> ext.put("feedback.original_message_id", id));
        return ext;
    }
}
