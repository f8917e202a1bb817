package io.switchboard.connector.email.posted;

import io.switchboard.connector.email.bytes.Slice;
import io.switchboard.connector.email.mime.HeaderBlock;
import io.switchboard.connector.email.mime.HeaderReader;
import io.switchboard.connector.email.mime.HeaderText;
import io.switchboard.connector.email.mime.ParameterizedValue;
import io.switchboard.connector.email.text.Charsets;
import io.switchboard.connector.email.text.Repairs;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * One field of a posted form.
 *
 * @param name in the spelling of the form: Mailgun's {@code from} is its own, {@code From} the mail's
 * @param header of the field in a multipart form, empty elsewhere
 * @param content as bytes: a field's character set may be told by another field
 */
record FormField(String name, HeaderBlock header, Slice content) {

    /** Of one field that is read as text; bodies are not. */
    private static final int MAX_TEXT = 1024 * 1024;

    private static final HeaderBlock NO_HEADER = new HeaderBlock(List.of(), new Repairs());

    static FormField urlEncoded(Slice name, Slice value) {
        var plain = new String(percentDecoded(name).bytes(), StandardCharsets.UTF_8);
        return new FormField(plain, NO_HEADER, percentDecoded(value));
    }

    /** Empty where there is no name in the Content-Disposition, as RFC 7578 §4.2 demands. */
    static Optional<FormField> multipart(HeaderReader.Head head) {
        return disposition(head.header())
                .token("name")
                .map(name -> new FormField(HeaderText.withoutRawBytes(name, ""), head.header(), head.body()));
    }

    private static ParameterizedValue disposition(HeaderBlock header) {
        return ParameterizedValue.parse(header.raw("Content-Disposition").orElse(""));
    }

    /** The name of the file that the field carries. */
    Optional<String> fileName() {
        return disposition(header).text("filename");
    }

    String text() {
        return text("utf-8");
    }

    /** @param charset the declared one; what it cannot be is guessed */
    String text(String charset) {
        return Charsets.decode(content.limited(MAX_TEXT).bytes(), charset);
    }

    boolean isBlank() {
        return content.isBlank();
    }

    /** What is no escape stays as it is. */
    private static Slice percentDecoded(Slice encoded) {
        if (encoded.indexOf((byte) '%', 0) < 0 && encoded.indexOf((byte) '+', 0) < 0) {
            return encoded;
        }
        var decoded = new ByteArrayOutputStream(encoded.length());
        for (var i = 0; i < encoded.length(); i++) {
            var c = encoded.at(i);
            var escapes = c == '%'
                    && i + 2 < encoded.length()
                    && HexFormat.isHexDigit(encoded.at(i + 1))
                    && HexFormat.isHexDigit(encoded.at(i + 2));
            if (escapes) {
                decoded.write(
                        16 * HexFormat.fromHexDigit(encoded.at(i + 1)) + HexFormat.fromHexDigit(encoded.at(i + 2)));
                i += 2;
            } else {
                decoded.write(c == '+' ? ' ' : c);
            }
        }
        return Slice.of(decoded.toByteArray());
    }

    @Override
    public String toString() {
        return "FormField[" + content.length() + " bytes]";
    }
}
