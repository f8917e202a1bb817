package io.switchboard.connector.email.posted;

import io.switchboard.connector.Delivery;
import io.switchboard.connector.Headers;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.email.bytes.Slice;
import io.switchboard.connector.email.incoming.PostedMail;
import io.switchboard.connector.email.mime.HeaderBlock;
import io.switchboard.connector.email.mime.HeaderReader;
import io.switchboard.connector.email.text.CleanText;
import io.switchboard.connector.email.text.Repairs;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One mail as SendGrid posts it: whole in the field {@code email} ("send raw"), or its header, texts and files each in a field. Texts
 * are in the character set they had in the mail, which the field {@code charsets} tells; {@code dkim} looks like JSON and is none.
 */
final class SendGridPost {

    private static final List<String> MAIL = List.of("email", "headers", "from", "subject", "text", "html");
    private static final Map<String, String> FINDINGS =
            Map.of("SPF", "sendgrid.spf", "dkim", "sendgrid.dkim", "spam_score", "sendgrid.spam_score");
    private static final int MAX_FINDING = 500;

    private final Repairs repairs = new Repairs();
    private final Delivery post;
    private final Form form;
    private final JsonValue charsets;

    SendGridPost(Delivery post) {
        this.post = post;
        this.form = Form.read(post);
        this.charsets = json("charsets");
    }

    PostedMail mail() {
        if (MAIL.stream().allMatch(name -> form.first(name).isEmpty())
                && form.fields().stream().noneMatch(FormFiles::isFile)) {
            throw new MalformedDeliveryException("form has none of the fields " + String.join(", ", MAIL));
        }
        var raw = form.first("email").filter(field -> !field.isBlank());
        var bytes = raw.map(field -> field.content().bytes()).orElseGet(this::assembled);
        return PostedMail.of(post, bytes, envelope(), findings(), repairs);
    }

    private byte[] assembled() {
        var mail = new MailAssembly();
        var header = header();
        mail.header(header);
        for (var field : List.of("From", "To", "Cc", "Subject")) {
            form.first(field.toLowerCase(Locale.ROOT))
                    .filter(value -> !header.has(field) && !value.isBlank())
                    .ifPresent(value -> mail.field(field, text(value)));
        }
        words(mail, "text", "text/plain");
        words(mail, "html", "text/html");
        var files = new FormFiles(json("content-ids"), json("attachment-info")).in(form);
        files.forEach(mail::file);
        FormFiles.noteMissing(form.first("attachments"), files.size(), repairs);
        return mail.bytes();
    }

    private HeaderBlock header() {
        var field = form.first("headers").filter(headers -> !headers.isBlank());
        if (field.isEmpty()) {
            repairs.note("the post has no header of the mail");
        }
        return new HeaderReader(field.isPresent() ? repairs : new Repairs())
                .ofMail(field.map(FormField::content).orElse(Slice.EMPTY))
                .header();
    }

    private void words(MailAssembly mail, String name, String type) {
        var charset = charsets.text(name).orElse("");
        form.all(name).stream()
                .filter(field -> !FormFiles.isFile(field))
                .forEach(field -> mail.words(type, charset, field.content()));
    }

    private String text(FormField field) {
        return field.text(charsets.text(field.name()).orElse("utf-8"));
    }

    private Headers envelope() {
        var envelope = json("envelope");
        var headers = new Headers.Builder();
        envelope.get("from").ifPresent(from -> headers.add("envelope-from", CleanText.line(from.text())));
        for (var to : envelope.get("to").orElse(JsonValue.NOTHING).texts()) {
            headers.add("envelope-to", CleanText.line(to));
        }
        return headers.build();
    }

    private Map<String, String> findings() {
        var findings = new TreeMap<String, String>();
        FINDINGS.forEach((field, ext) -> form.first(field)
                .map(found -> CleanText.limited(CleanText.line(found.text()), MAX_FINDING))
                .filter(found -> !found.isEmpty())
                .ifPresent(found -> findings.put(ext, found)));
        return findings;
    }

    private JsonValue json(String name) {
        return JsonField.read(form, name, repairs);
    }
}
