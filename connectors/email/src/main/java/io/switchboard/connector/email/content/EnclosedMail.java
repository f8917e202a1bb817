package io.switchboard.connector.email.content;

import io.switchboard.connector.email.bytes.Slice;
import io.switchboard.connector.email.mime.Entity;
import io.switchboard.connector.email.mime.Mail;
import io.switchboard.connector.email.mime.MimeReader;
import io.switchboard.connector.email.mime.TransferDecoding;
import io.switchboard.connector.email.text.CleanText;
import io.switchboard.connector.email.text.Repairs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The words of mails that stand in a mail which has none of its own: a digest, a bounce, a mail passed on as a file. */
final class EnclosedMail {
    private static final int MAX_MAILS = 20;
    private static final int MAX_IN_MEMORY = 1024 * 1024;
    private static final Set<String> MAILS = Set.of("message/rfc822", "message/global", "message/news");
    private static final Set<String> REPORTS = Set.of(
            "message/delivery-status",
            "message/global-delivery-status",
            "message/disposition-notification",
            "message/feedback-report",
            "text/rfc822-headers");
    private static final List<String> FIELDS = List.of("From", "To", "Date", "Subject");

    private EnclosedMail() {}

    /** One text each; where there are no mails, what mail systems report. */
    static List<String> texts(Entity mail) {
        var texts = new ArrayList<String>();
        mail.all()
                .filter(part -> MAILS.contains(part.type().name()))
                .limit(MAX_MAILS)
                .forEach(part -> text(part).ifPresent(texts::add));
        if (texts.isEmpty()) {
            mail.all()
                    .filter(part -> REPORTS.contains(part.type().name()))
                    .limit(MAX_MAILS)
                    .map(part ->
                            new TextReader(new Repairs()).plain(part).text().strip())
                    .filter(text -> !text.isEmpty())
                    .forEach(text -> texts.add(limited(text)));
        }
        return texts;
    }

    /** Header and text, as programs show a mail passed on. */
    static Optional<String> text(Entity part) {
        var bytes = part.encoding() == TransferDecoding.IDENTITY
                ? part.body()
                : Slice.of(part.content().bytes(MAX_IN_MEMORY));
        var enclosed = new Mail(new MimeReader(new Repairs()).read(bytes), new Repairs());
        var lines = new ArrayList<String>();
        for (var field : FIELDS) {
            enclosed.text(field).ifPresent(value -> lines.add(field + ": " + CleanText.limited(value, 1_000)));
        }
        var words = String.join("\n\n", new ContentReader(new Repairs()).readTexts(enclosed.root()))
                .strip();
        if (!words.isEmpty()) {
            lines.add(lines.isEmpty() ? words : "\n" + words);
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(limited(String.join("\n", lines)));
    }

    private static String limited(String text) {
        return CleanText.limited(text, ContentReader.MAX_TEXT);
    }
}
