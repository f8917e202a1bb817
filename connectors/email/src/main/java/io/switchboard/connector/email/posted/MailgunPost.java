package io.switchboard.connector.email.posted;

import io.switchboard.connector.Delivery;
import io.switchboard.connector.Headers;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.email.incoming.PostedMail;
import io.switchboard.connector.email.text.CleanText;
import io.switchboard.connector.email.text.Repairs;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One mail as Mailgun posts it: whole in {@code body-mime} when the route's address ends in {@code mime}, or its header as a list in
 * {@code message-headers} and its texts in UTF-8. Mailgun's own fields are in lower case; beside them stand the mail's header fields,
 * which begin with a capital letter.
 */
final class MailgunPost {

    private static final List<String> MAIL =
            List.of("body-mime", "message-headers", "from", "subject", "body-plain", "body-html");

    private final Repairs repairs = new Repairs();
    private final Delivery post;
    private final Form form;

    MailgunPost(Delivery post) {
        this.post = post;
        this.form = Form.read(post);
    }

    PostedMail mail() {
        if (MAIL.stream().allMatch(name -> form.first(name).isEmpty())) {
            throw new MalformedDeliveryException("form has none of the fields " + String.join(", ", MAIL));
        }
        if (form.first("event").filter(event -> !event.text().equals("stored")).isPresent()) {
            throw new MalformedDeliveryException("form is of Mailgun's event webhook, a route's mail was expected");
        }
        noteWhatWasLeftBehind();
        var raw = form.first("body-mime").filter(field -> !field.isBlank());
        var bytes = raw.map(field -> field.content().bytes()).orElseGet(this::assembled);
        return PostedMail.of(post, bytes, envelope(), Map.of(), repairs);
    }

    /** A route that stores instead of forwarding posts addresses of files. */
    private void noteWhatWasLeftBehind() {
        var stored = json("attachments").elements().size();
        if (stored > 0) {
            repairs.note("attachments only stored at Mailgun: " + stored + ", the route does not forward them");
        }
    }

    private byte[] assembled() {
        var mail = new MailAssembly();
        var fields = header();
        fields.forEach(field -> mail.field(field.name(), field.value()));
        for (var name : List.of("From", "Subject")) {
            var isThere = fields.stream().anyMatch(field -> field.name().equalsIgnoreCase(name));
            form.first(name.toLowerCase(Locale.ROOT))
                    .filter(value -> !isThere && !value.isBlank())
                    .ifPresent(value -> mail.field(name, value.text()));
        }
        var plain = words("body-plain", "stripped-text");
        var html = words("body-html", "stripped-html");
        plain.forEach(field -> mail.words("text/plain", "utf-8", field.content()));
        html.forEach(field -> mail.words("text/html", "utf-8", field.content()));
        var files = new FormFiles(json("content-id-map"), JsonValue.NOTHING).in(form);
        files.forEach(mail::file);
        FormFiles.noteMissing(form.first("attachment-count"), files.size(), repairs);
        return mail.bytes();
    }

    private record Field(String name, String value) {

        @Override
        public String toString() {
            return "Field[" + name + "]";
        }
    }

    private List<Field> header() {
        var listed = json("message-headers").elements().stream()
                .map(JsonValue::texts)
                .filter(pair -> pair.size() == 2)
                .map(pair -> new Field(pair.get(0), pair.get(1)))
                .toList();
        return listed.isEmpty() ? fieldsOfMail() : listed;
    }

    private List<Field> fieldsOfMail() {
        return form.fields().stream()
                .filter(field -> !field.name().isEmpty()
                        && Character.isUpperCase(field.name().charAt(0)))
                .map(field -> new Field(field.name(), field.text()))
                .toList();
    }

    /** The words without quotation only where there are no others: what Mailgun leaves out could be what the customer wrote. */
    private List<FormField> words(String name, String stripped) {
        var whole = form.all(name).stream().filter(field -> !field.isBlank()).toList();
        return whole.isEmpty() && form.first(name).isEmpty() ? form.all(stripped) : whole;
    }

    private Headers envelope() {
        var envelope = new Headers.Builder();
        form.first("sender").ifPresent(sender -> envelope.add("envelope-from", CleanText.line(sender.text())));
        form.all("recipient").forEach(recipient -> envelope.add("envelope-to", CleanText.line(recipient.text())));
        return envelope.build();
    }

    private JsonValue json(String name) {
        return JsonField.read(form, name, repairs);
    }
}
