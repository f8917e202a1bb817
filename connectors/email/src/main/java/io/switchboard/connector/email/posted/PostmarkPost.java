package io.switchboard.connector.email.posted;

import io.switchboard.connector.Delivery;
import io.switchboard.connector.Headers;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.email.incoming.PostedMail;
import io.switchboard.connector.email.mime.TransferDecoding;
import io.switchboard.connector.email.text.CleanText;
import io.switchboard.connector.email.text.Repairs;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One mail as Postmark posts it, in JSON: whole in {@code RawEmail} where the server is set so, else in pieces. {@code MessageID} is
 * Postmark's own name for it; the mail's is among {@code Headers}.
 */
final class PostmarkPost {

    private static final List<String> MAIL =
            List.of("RawEmail", "Headers", "From", "FromFull", "Subject", "TextBody", "HtmlBody", "Attachments");
    private static final int MAX_FINDING = 500;

    private final Repairs repairs = new Repairs();
    private final Delivery post;
    private final JsonValue json;

    PostmarkPost(Delivery post) {
        this.post = post;
        this.json = PostedJson.read(post.body().bytes());
    }

    PostedMail mail() {
        if (MAIL.stream().allMatch(name -> json.get(name).isEmpty())) {
            throw new MalformedDeliveryException("JSON has none of the members " + String.join(", ", MAIL));
        }
        var raw = json.bytes("RawEmail");
        var bytes = raw.isBlank() ? assembled() : raw.bytes();
        return PostedMail.of(post, bytes, envelope(), findings(), repairs);
    }

    private byte[] assembled() {
        var mail = new MailAssembly();
        var own = fields();
        own.forEach(mail::field);
        var named =
                own.keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        headers(mail, named);
        mail.words("text/plain", "utf-8", json.bytes("TextBody"));
        mail.words("text/html", "utf-8", json.bytes("HtmlBody"));
        for (var file : json.elements("Attachments")) {
            if (file.names().isEmpty()) {
                repairs.note("an attachment of the post is no object");
            } else {
                mail.file(file(file));
            }
        }
        return mail.bytes();
    }

    /** What Postmark took out of the header. */
    private Map<String, String> fields() {
        var fields = new TreeMap<String, String>();
        addresses("FromFull").or(() -> json.text("From")).ifPresent(from -> fields.put("From", from));
        addresses("ToFull").or(() -> json.text("To")).ifPresent(to -> fields.put("To", to));
        addresses("CcFull").or(() -> json.text("Cc")).ifPresent(cc -> fields.put("Cc", cc));
        addresses("BccFull").or(() -> json.text("Bcc")).ifPresent(bcc -> fields.put("Bcc", bcc));
        json.text("ReplyTo").ifPresent(replyTo -> fields.put("Reply-To", replyTo));
        json.text("Subject").ifPresent(subject -> fields.put("Subject", subject));
        json.text("Date").ifPresent(date -> fields.put("Date", date));
        return fields;
    }

    private void headers(MailAssembly mail, Set<String> named) {
        for (var header : json.elements("Headers")) {
            var name = header.text("Name").orElse("");
            if (!named.contains(name.toLowerCase(Locale.ROOT))) {
                mail.field(name, header.text("Value").orElse(""));
            }
        }
    }

    /** One address or a list of them; names are quoted, so that nothing in one is an address. */
    private Optional<String> addresses(String name) {
        var value = json.get(name).orElse(JsonValue.NOTHING);
        var mailboxes =
                value.get("Email").isPresent() || value.get("Name").isPresent() ? List.of(value) : value.elements();
        var written = mailboxes.stream()
                .map(PostmarkPost::mailbox)
                .filter(mailbox -> !mailbox.isEmpty())
                .collect(Collectors.joining(", "));
        return Optional.of(written).filter(text -> !text.isEmpty());
    }

    private static String mailbox(JsonValue mailbox) {
        var name = mailbox.text("Name")
                .map(text -> "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .orElse("");
        var address = mailbox.text("Email")
                .map(text -> "<" + text.replaceAll("[<>]", "") + ">")
                .orElse("");
        return (name + " " + address).strip();
    }

    /** The sample that Postmark's "Check" posts calls the content {@code Data}. */
    private static PostedFile file(JsonValue file) {
        var content = file.bytes("Content");
        return new PostedFile(
                file.text("ContentType").orElse(""),
                file.text("Name"),
                file.text("ContentID"),
                TransferDecoding.BASE64,
                content.isBlank() ? file.bytes("Data") : content);
    }

    /** The return path is among the headers. */
    private Headers envelope() {
        var envelope = new Headers.Builder();
        json.text("OriginalRecipient").ifPresent(to -> envelope.add("envelope-to", CleanText.line(to)));
        return envelope.build();
    }

    private Map<String, String> findings() {
        var findings = new TreeMap<String, String>();
        json.text("MessageID").ifPresent(id -> findings.put("postmark.message_id", finding(id)));
        json.text("MailboxHash").ifPresent(hash -> findings.put("postmark.mailbox_hash", finding(hash)));
        return findings;
    }

    private static String finding(String text) {
        return CleanText.limited(CleanText.line(text), MAX_FINDING);
    }
}
