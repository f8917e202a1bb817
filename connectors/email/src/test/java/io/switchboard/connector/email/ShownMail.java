package io.switchboard.connector.email;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.email.mime.ParameterizedValue;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What a platform's post shows of its mail, read with Angus Mail and Jackson, for tests only.
 *
 * @param subjects in its places, which in made-up samples differ
 * @param from every place that names the sender
 * @param text the plain one
 * @param files name and size
 */
public record ShownMail(List<String> subjects, String from, String text, List<String> files) {

    private static final JsonMapper JSON = new JsonMapper();

    public static ShownMail of(Delivery post) {
        var type = post.headers().first("Content-Type").orElseThrow();
        try {
            if (type.startsWith("application/json")) {
                return ofJson(JSON.readTree(post.body().bytes()));
            }
            return type.startsWith("multipart/") ? ofMultipart(type, post) : ofFields(urlEncoded(post), List.of());
        } catch (IOException | MessagingException unreadable) {
            throw new UncheckedIOException(new IOException(unreadable));
        }
    }

    private static ShownMail ofJson(JsonNode json) throws IOException, MessagingException {
        if (json.hasNonNull("RawEmail")) {
            return ofMime(json.get("RawEmail").asText().getBytes(StandardCharsets.UTF_8), "", "");
        }
        var files = new ArrayList<String>();
        for (var file : json.path("Attachments")) {
            var content = file.path("Content").asText(file.path("Data").asText());
            files.add(file.path("Name").asText() + " " + Base64.getDecoder().decode(content).length);
        }
        var from =
                json.path("FromFull").path("Email").asText() + json.path("From").asText();
        return new ShownMail(
                List.of(json.path("Subject").asText().strip()),
                from,
                json.path("TextBody").asText(),
                files);
    }

    private static ShownMail ofMultipart(String type, Delivery post) throws IOException, MessagingException {
        var form = new MimeMultipart(new ByteArrayDataSource(post.body().bytes(), type));
        var fields = new HashMap<String, byte[]>();
        var files = new ArrayList<String>();
        for (var i = 0; i < form.getCount(); i++) {
            var part = form.getBodyPart(i);
            var bytes = part.getInputStream().readAllBytes();
            var name = ParameterizedValue.parse(part.getHeader("Content-Disposition")[0])
                    .token("name")
                    .orElseThrow();
            if (part.getFileName() == null) {
                fields.put(name, bytes);
            } else {
                files.add(part.getFileName() + " " + bytes.length);
            }
        }
        return ofFields(fields, files);
    }

    private static Map<String, byte[]> urlEncoded(Delivery post) {
        var fields = new HashMap<String, byte[]>();
        for (var pair : post.body().asText().split("&", -1)) {
            var name = URLDecoder.decode(pair.split("=", 2)[0], StandardCharsets.UTF_8);
            var value = URLDecoder.decode(pair.split("=", 2)[1].strip(), StandardCharsets.ISO_8859_1);
            fields.put(name, value.getBytes(StandardCharsets.ISO_8859_1));
        }
        return fields;
    }

    private static ShownMail ofFields(Map<String, byte[]> fields, List<String> files)
            throws IOException, MessagingException {
        var subject = text(fields, "subject");
        var from = text(fields, "from") + " " + text(fields, "sender");
        var raw = Optional.ofNullable(fields.get("email")).or(() -> Optional.ofNullable(fields.get("body-mime")));
        if (raw.isPresent()) {
            return ofMime(raw.get(), subject, from);
        }
        var header = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(fields.getOrDefault("headers", new byte[0])));
        var subjects = new ArrayList<>(List.of(subject));
        subjects.add(Optional.ofNullable(header.getSubject()).orElse(""));
        for (var field :
                JSON.readTree(text(fields, "message-headers").isEmpty() ? "[]" : text(fields, "message-headers"))) {
            if (field.get(0).asText().equals("Subject")) {
                subjects.add(field.get(1).asText());
            }
            if (field.get(0).asText().equals("From")) {
                from += field.get(1).asText();
            }
        }
        var charsets = JSON.readTree(text(fields, "charsets").isEmpty() ? "{}" : text(fields, "charsets"));
        var body = fields.getOrDefault("text", fields.getOrDefault("body-plain", new byte[0]));
        var charset = Charset.forName(charsets.path("text").asText("utf-8"));
        return new ShownMail(subjects, from, new String(body, charset), files);
    }

    private static String text(Map<String, byte[]> fields, String name) {
        return new String(fields.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8).strip();
    }

    private static ShownMail ofMime(byte[] bytes, String subject, String from) throws IOException, MessagingException {
        var mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        var text = new StringBuilder();
        var files = new ArrayList<String>();
        walk(mail, text, files);
        var subjects = new ArrayList<>(List.of(subject));
        subjects.add(Optional.ofNullable(mail.getSubject()).orElse(""));
        return new ShownMail(subjects, from + String.join(",", mail.getHeader("From")), text.toString(), files);
    }

    private static void walk(Part part, StringBuilder text, List<String> files) throws IOException, MessagingException {
        if (part.getContent() instanceof MimeMultipart multipart) {
            for (var i = 0; i < multipart.getCount(); i++) {
                walk(multipart.getBodyPart(i), text, files);
            }
        } else if (part.getFileName() != null) {
            files.add(part.getFileName() + " " + part.getInputStream().readAllBytes().length);
        } else if (part.isMimeType("text/plain")) {
            text.append(part.getContent()).append('\n');
        }
    }
}
