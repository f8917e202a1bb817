package io.switchboard.connector.email.posted;

import io.switchboard.connector.email.bytes.Slice;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A part of a mail that is written anew.
 *
 * @param type media type without parameters
 * @param header its lines, each with its line end
 * @param content in pieces, encoded as the header says
 */
record MailPart(String type, String header, List<Slice> content) {

    private static final Pattern CHARSET = Pattern.compile("[A-Za-z0-9._:+-]{1,40}");

    MailPart {
        content = List.copyOf(content);
    }

    /** @param charset as the platform names it; a name that is none is left out, and guessed when the text is read */
    static MailPart words(String type, String charset, Slice content) {
        var named = CHARSET.matcher(charset).matches() ? "; charset=" + charset : "";
        return encoded(type, "Content-Type: " + type + named + "\r\n", content);
    }

    static MailPart multipart(String subtype, String boundary, List<MailPart> parts) {
        var content = new ArrayList<Slice>();
        for (var part : parts) {
            content.add(ascii("\r\n--" + boundary + "\r\n"));
            part.writeTo(content);
        }
        content.add(ascii("\r\n--" + boundary + "--\r\n"));
        var type = "multipart/" + subtype;
        return new MailPart(type, "Content-Type: " + type + "; boundary=\"" + boundary + "\"\r\n", content);
    }

    /** As it is; only a last carriage return would be taken for the beginning of the line end behind it. */
    static MailPart encoded(String type, String header, Slice content) {
        var endsInReturn = content.length() > 0 && content.at(content.length() - 1) == '\r';
        return endsInReturn
                ? encoded(type, header, "base64", Slice.of(Base64.getEncoder().encode(content.bytes())))
                : encoded(type, header, "binary", content);
    }

    /** @param encoding that the content has already */
    static MailPart encoded(String type, String header, String encoding, Slice content) {
        return new MailPart(type, header + "Content-Transfer-Encoding: " + encoding + "\r\n", List.of(content));
    }

    void writeTo(List<Slice> mail) {
        mail.add(ascii(header));
        mail.add(ascii("\r\n"));
        mail.addAll(content);
    }

    void update(MessageDigest digest) {
        ascii(header).update(digest);
        content.forEach(slice -> slice.update(digest));
    }

    private static Slice ascii(String text) {
        return Slice.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public String toString() {
        return "MailPart[" + type + "]";
    }
}
