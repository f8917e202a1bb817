package io.switchboard.connector.email.posted;

import io.switchboard.connector.email.bytes.Slice;
import io.switchboard.connector.email.mime.HeaderReader;
import io.switchboard.connector.email.text.Repairs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a {@code multipart/form-data} body (RFC 7578). Unlike mails, forms carry files as they are: what stands between the delimiters
 * is kept to the byte, so that a file may end with a carriage return.
 */
final class MultipartForm {

    private static final byte[] DASHES = {'-', '-'};

    private final Slice body;
    private final byte[] delimiter;
    private final int limit;
    private final List<FormField> fields = new ArrayList<>();

    private MultipartForm(Slice body, byte[] delimiter, int limit) {
        this.body = body;
        this.delimiter = delimiter;
        this.limit = limit;
    }

    static List<FormField> fields(String boundary, Slice body, int limit) {
        var form = new MultipartForm(body, ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1), limit);
        form.read();
        return form.fields;
    }

    private void read() {
        var partStart = -1;
        var line = 0;
        while (line >= 0 && line <= body.length() && fields.size() < limit) {
            var next = body.indexOf((byte) '\n', line);
            var lineEnd = next < 0 ? body.length() : next;
            if (isDelimiter(line, lineEnd)) {
                add(partStart, line);
                partStart = isClosing(line) ? -1 : Math.min(lineEnd + 1, body.length());
                if (partStart < 0) {
                    return;
                }
            }
            line = next < 0 ? -1 : next + 1;
        }
        if (partStart >= 0 && partStart < body.length() && fields.size() < limit) {
            add(body.sub(partStart, body.length()));
        }
    }

    /** A delimiter may be followed by dashes and blanks only: {@code --a} does not end {@code --ab}. */
    private boolean isDelimiter(int start, int end) {
        if (!body.startsWith(delimiter, start) || start + delimiter.length > end) {
            return false;
        }
        var tail = body.sub(start + delimiter.length, end);
        return tail.isBlank() || isClosing(start);
    }

    /** Nothing after it counts. */
    private boolean isClosing(int start) {
        return body.startsWith(DASHES, start + delimiter.length);
    }

    /** The line end before a delimiter belongs to the delimiter. */
    private void add(int start, int delimiterStart) {
        if (start < 0) {
            return;
        }
        var end = delimiterStart;
        if (end > start && body.at(end - 1) == '\n') {
            end--;
            if (end > start && body.at(end - 1) == '\r') {
                end--;
            }
        }
        add(body.sub(start, end));
    }

    private void add(Slice part) {
        FormField.multipart(new HeaderReader(new Repairs()).ofPart(part)).ifPresent(fields::add);
    }
}
