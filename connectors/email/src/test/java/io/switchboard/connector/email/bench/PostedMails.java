package io.switchboard.connector.email.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The raw mails within the posts of mail platforms, and what the fields beside them say about them. */
final class PostedMails {

    private static final List<String> RAW =
            List.of("message", "body-mime", "email", "raw_msg", "RawEmail", "email_rfc822");
    private static final Pattern BOUNDARY =
            Pattern.compile("(?i)content-type:\\s*multipart/form-data;\\s*boundary=(\\S+)");
    private static final Pattern FIELD =
            Pattern.compile("(?s)[^\\n]*?name=\"([^\"]*)\"[^\\n]*\\n(?:[^\\n]+\\n)*\\n(.*)");

    private final JsonMapper json = new JsonMapper();
    private final List<CorpusMail> mails = new ArrayList<>();
    private final String corpus;
    private final String name;

    private PostedMails(String corpus, String name) {
        this.corpus = corpus;
        this.name = name;
    }

    /** @param file a captured request, the body of one, or JSON with bodies in it */
    static List<CorpusMail> in(String corpus, String name, byte[] file) throws IOException {
        var found = new PostedMails(corpus, name);
        found.read(new String(file, StandardCharsets.UTF_8).replace("\r\n", "\n"));
        return found.mails;
    }

    private void read(String file) throws IOException {
        var captured = file.startsWith("HTTP/");
        var blank = file.indexOf("\n\n");
        var head = captured && blank > 0 ? file.substring(0, blank) : "";
        var body = captured && blank > 0 ? file.substring(blank + 2) : file;
        var boundary = BOUNDARY.matcher(head);
        if (body.startsWith("{") || body.startsWith("[")) {
            walk(json.readTree(body));
        } else if (boundary.find() || body.startsWith("--")) {
            form(multipart(body, captured ? boundary.group(1) : body.substring(2, body.indexOf('\n'))));
        } else if (head.contains("urlencoded")) {
            form(urlEncoded(body.strip()));
        }
    }

    private static Map<String, String> multipart(String body, String boundary) {
        var fields = new LinkedHashMap<String, String>();
        for (var part : body.split("--" + Pattern.quote(boundary), -1)) {
            var field = FIELD.matcher(part.strip());
            if (field.matches()) {
                fields.putIfAbsent(field.group(1), field.group(2));
            }
        }
        return fields;
    }

    private static Map<String, String> urlEncoded(String body) {
        var fields = new LinkedHashMap<String, String>();
        for (var pair : body.split("&", -1)) {
            var field = pair.split("=", 2);
            fields.putIfAbsent(
                    URLDecoder.decode(field[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(field.length == 2 ? field[1] : "", StandardCharsets.UTF_8));
        }
        return fields;
    }

    private void form(Map<String, String> fields) throws IOException {
        if (fields.containsKey("mandrill_events")) {
            walk(json.readTree(fields.get("mandrill_events")));
            return;
        }
        for (var raw : RAW) {
            if (fields.containsKey(raw) && fields.get(raw).contains("\n")) {
                var from = Optional.ofNullable(fields.get("from")).flatMap(SimpleMailbox::read);
                add(fields.get(raw), Optional.ofNullable(fields.get("subject")), from, Optional.empty());
            }
        }
    }

    private void walk(JsonNode node) {
        for (var raw : RAW) {
            if (node.path(raw).isTextual() && node.get(raw).asText().contains("\n")) {
                var files = Optional.of(node.path("attachments"))
                        .filter(JsonNode::isObject)
                        .map(JsonNode::size);
                add(node.get(raw).asText(), text(node, "subject").or(() -> text(node, "Subject")), from(node), files);
            }
        }
        node.forEach(this::walk);
    }

    private static Optional<SimpleMailbox> from(JsonNode node) {
        var mandrill = text(node, "from_email")
                .map(address -> new SimpleMailbox(text(node, "from_name").orElse(""), address));
        return mandrill.or(() -> text(node, "FromFull", "Email")
                .map(address -> new SimpleMailbox(text(node, "FromFull", "Name").orElse(""), address)));
    }

    private static Optional<String> text(JsonNode node, String... path) {
        var found = node;
        for (var name : path) {
            found = found.path(name);
        }
        return found.isTextual() ? Optional.of(found.asText()) : Optional.empty();
    }

    private void add(String raw, Optional<String> subject, Optional<SimpleMailbox> from, Optional<Integer> files) {
        var expected = new EnumMap<Fact, String>(Fact.class);
        subject.ifPresent(text -> expected.put(Fact.SUBJECT, text));
        from.ifPresent(mailbox -> expected.putAll(mailbox.facts()));
        files.ifPresent(count -> expected.put(Fact.FILES, Integer.toString(count)));
        var number = mails.isEmpty() ? "" : "#" + mails.size();
        mails.add(new CorpusMail(corpus, name + number, raw.getBytes(StandardCharsets.UTF_8), true, expected));
    }
}
