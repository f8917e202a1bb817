package io.switchboard.connector.meta;

import io.switchboard.connector.Body;
import io.switchboard.connector.OutboundMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** A form with one file (RFC 7578), its boundary derived from the file so that the same upload has the same bytes. */
record MultipartForm(String contentType, Body body) {

    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w.+-]+/[\\w.+-]+(; ?[\\w.+-]+=[\\w.+-]+)*");

    static MultipartForm of(Map<String, String> fields, OutboundMessage.File file) {
        var boundary = "switchboard-" + file.content().sha256();
        var bytes = new ByteArrayOutputStream(file.content().size() + 1024);
        fields.forEach((name, value) -> write(
                bytes,
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value
                        + "\r\n"));
        write(
                bytes,
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + quoted(file.fileName()) + "\"\r\nContent-Type: " + mediaType(file) + "\r\n\r\n");
        bytes.writeBytes(file.content().bytes());
        write(bytes, "\r\n--" + boundary + "--\r\n");
        return new MultipartForm("multipart/form-data; boundary=" + boundary, Body.of(bytes.toByteArray()));
    }

    private static void write(ByteArrayOutputStream bytes, String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file name never ends its header line: escaped as browsers do (WHATWG HTML, multipart/form-data encoding). */
    private static String quoted(String fileName) {
        return fileName.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
    }

    private static String mediaType(OutboundMessage.File file) {
        return MEDIA_TYPE.matcher(file.contentType()).matches() ? file.contentType() : "application/octet-stream";
    }
}
