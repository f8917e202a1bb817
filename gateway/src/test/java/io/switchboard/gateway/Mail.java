package io.switchboard.gateway;

import io.switchboard.connector.ConnectionRef;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A mail as a test writes it, and the hook by which it comes in. */
public final class Mail {

    private final List<String> fields = new ArrayList<>();
    private String body = "Hello";

    private Mail() {}

    public static Mail from(String from) {
        return new Mail().field("From", from).field("Date", "Mon, 2 Mar 2026 12:00:00 +0000");
    }

    public Mail to(String... addresses) {
        return field("To", String.join(", ", addresses));
    }

    public Mail id(String id) {
        return field("Message-ID", "<" + id + ">");
    }

    public Mail subject(String subject) {
        return field("Subject", subject);
    }

    public Mail answers(String... ids) {
        return field("In-Reply-To", "<" + ids[ids.length - 1] + ">")
                .field("References", "<" + String.join("> <", ids) + ">");
    }

    public Mail field(String name, String value) {
        fields.add(name + ": " + value);
        return this;
    }

    public Mail body(String text) {
        body = text;
        return this;
    }

    /** Posts it to a connection's hook and waits for nothing. */
    public void post(ConnectionRef connection) {
        var bytes = (String.join("\r\n", fields) + "\r\n\r\n" + body + "\r\n").getBytes(StandardCharsets.UTF_8);
        var answer = Hub.post(
                "/hooks/email/" + connection.name(),
                bytes,
                Map.of("Content-Type", "message/rfc822", "Authorization", "Bearer " + Hub.SECRET));
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("the hook answered " + answer.statusCode());
        }
    }
}
