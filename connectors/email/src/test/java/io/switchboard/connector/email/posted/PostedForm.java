package io.switchboard.connector.email.posted;

import io.switchboard.connector.Delivery;
import io.switchboard.connector.email.Fixture;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A form as a platform posts it, written field by field. */
final class PostedForm {

    private final String boundary;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    PostedForm() {
        this("xYzZY");
    }

    PostedForm(String boundary) {
        this.boundary = boundary;
    }

    PostedForm field(String name, String value) {
        return field(name, value.getBytes(StandardCharsets.UTF_8));
    }

    PostedForm field(String name, byte[] value) {
        return part("name=\"" + name + "\"", value);
    }

    PostedForm file(String name, String fileName, String type, byte[] content) {
        return part("name=\"" + name + "\"; filename=\"" + fileName + "\"\r\nContent-Type: " + type, content);
    }

    private PostedForm part(String description, byte[] content) {
        text("--" + boundary + "\r\nContent-Disposition: form-data; " + description + "\r\n\r\n");
        body.writeBytes(content);
        text("\r\n");
        return this;
    }

    private void text(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    Delivery post() {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(body.toByteArray());
        whole.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return Fixture.post("multipart/form-data; boundary=" + boundary, whole.toByteArray());
    }
}
