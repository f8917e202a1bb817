package io.switchboard.connector.email.outgoing;

import io.switchboard.connector.email.bytes.Slice;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.IntConsumer;

/** The form of a mail that DKIM signs and that servers which touch up blanks leave alone: {@code relaxed} (RFC 6376 §3.4.2, §3.4.4). */
final class RelaxedForm {

    private RelaxedForm() {}

    /** One field in one line, without line end. */
    static String header(String name, String value) {
        var unfolded = value.replace("\r", "").replace("\n", "");
        return name.toLowerCase(Locale.ROOT).strip() + ":"
                + unfolded.replaceAll("[ \t]+", " ").strip();
    }

    /** A body with CRLF line ends: blanks within lines become one, those at line ends and empty lines at the end vanish. */
    static byte[] body(Slice body) {
        var relaxed = new ByteArrayOutputStream(body.length());
        writeBody(body, relaxed::write);
        return relaxed.toByteArray();
    }

    private static void writeBody(Slice body, IntConsumer out) {
        var lineEnds = 0;
        var blank = false;
        var anything = false;
        for (var i = 0; i < body.length(); i++) {
            var one = body.at(i);
            if (one == '\n') {
                lineEnds++;
                blank = false;
            } else if (one == ' ' || one == '\t') {
                blank = true;
            } else if (one != '\r') {
                write(out, "\r\n".repeat(lineEnds) + (blank ? " " : ""));
                out.accept(one);
                lineEnds = 0;
                blank = false;
                anything = true;
            }
        }
        write(out, anything ? "\r\n" : "");
    }

    private static void write(IntConsumer out, String ascii) {
        for (var one : ascii.getBytes(StandardCharsets.US_ASCII)) {
            out.accept(one);
        }
    }
}
