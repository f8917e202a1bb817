package io.switchboard.connector.email.mime;

import io.switchboard.connector.email.bytes.Lines;
import io.switchboard.connector.email.bytes.Slice;
import io.switchboard.connector.email.text.Repairs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells the header of a mail or part from its body, also where the empty line between them is missing: text must never be taken
 * for a header and vanish.
 */
public final class HeaderReader {

    private static final int MAX_FIELDS = 2_000;
    private static final String TRACE = "Received";
    private static final int MAX_TRACES = 200;

    /** How many stray lines in a row are believed to stand in a header. */
    private static final int LOOK_AHEAD = 3;

    private static final String NAME_PUNCTUATION = "-_./!#$%&'*+^`|~";
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] MBOX_SEPARATOR = "From ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] QUOTED_MBOX_SEPARATOR = ">From ".getBytes(StandardCharsets.US_ASCII);

    private final Repairs repairs;

    public HeaderReader(Repairs repairs) {
        this.repairs = repairs;
    }

    /** The header and what follows it. */
    public record Head(HeaderBlock header, Slice body) {}

    /** @param separated whether an empty line ended the header */
    private record Scan(List<HeaderBlock.Field> fields, int bodyStart, boolean separated) {}

    public Head ofMail(Slice mail) {
        var scan = scan(mail, startOf(mail));
        if (scan.fields().isEmpty()) {
            repairs.note("no header found, everything read as body");
            return everythingIsBody(mail);
        }
        return head(mail, scan);
    }

    /** A part may have no header at all; then it begins with an empty line, or should. */
    public Head ofPart(Slice part) {
        var scan = scan(part, 0);
        var head = head(part, scan);
        if (!part.isBlank() && !scan.separated() && !head.header().describesContent()) {
            repairs.note("part without header and empty line, everything read as body");
            return everythingIsBody(part);
        }
        return head;
    }

    private Head everythingIsBody(Slice entity) {
        return new Head(new HeaderBlock(List.of(), repairs), entity);
    }

    private Head head(Slice entity, Scan scan) {
        return new Head(new HeaderBlock(scan.fields(), repairs), entity.sub(scan.bodyStart(), entity.length()));
    }

    /** Byte order marks, empty lines and mailbox separators before the first field are no part of the mail (RFC 4155). */
    private static int startOf(Slice mail) {
        var lines = new Lines(mail, mail.startsWith(BYTE_ORDER_MARK, 0) ? BYTE_ORDER_MARK.length : 0);
        while (lines.advance()) {
            var separator = mail.startsWith(MBOX_SEPARATOR, lines.start())
                    || mail.startsWith(QUOTED_MBOX_SEPARATOR, lines.start());
            if (!lines.line().isBlank() && !(separator && nameLength(lines.line()) == 0)) {
                return lines.start();
            }
        }
        return 0;
    }

    private Scan scan(Slice entity, int start) {
        var fields = new ArrayList<HeaderBlock.Field>();
        var lines = new Lines(entity, start);
        var traces = 0;
        while (lines.advance()) {
            if (isSeparator(lines)) {
                return new Scan(fields, lines.next(), true);
            }
            if (nameLength(lines.line()) > 0) {
                if (isTrace(lines) && ++traces > MAX_TRACES) {
                    skipContinuations(lines);
                } else if (fields.size() < MAX_FIELDS) {
                    fields.add(field(entity, lines));
                } else {
                    repairs.cut("more than " + MAX_FIELDS + " header fields, the rest was left out");
                    skipContinuations(lines);
                }
            } else if (isFollowedByField(lines)) {
                repairs.note("a line without colon in the header was skipped");
            } else {
                repairs.note("no empty line between header and body");
                return new Scan(fields, lines.start(), false);
            }
        }
        return new Scan(fields, entity.length(), false);
    }

    private static HeaderBlock.Field field(Slice entity, Lines lines) {
        var name = lines.line().sub(0, nameLength(lines.line()));
        var start = lines.start();
        skipContinuations(lines);
        var field = entity.sub(start, lines.end());
        var colon = name.length();
        while (field.at(colon) != ':') {
            colon++;
        }
        return new HeaderBlock.Field(name.asLatin1(), field.sub(colon + 1, field.length()));
    }

    /** What mail servers write on top; a mail that went in a circle has thousands of them in front of everything else. */
    private static boolean isTrace(Lines lines) {
        var line = lines.line();
        return nameLength(line) == TRACE.length()
                && line.limited(TRACE.length()).asLatin1().equalsIgnoreCase(TRACE);
    }

    private static void skipContinuations(Lines lines) {
        var ahead = lines.following();
        while (ahead.advance() && isContinuation(ahead)) {
            lines.advance();
        }
    }

    /** A line of blanks belongs to a badly folded field when the header goes on, and ends it otherwise. */
    private static boolean isSeparator(Lines lines) {
        var line = lines.line();
        if (line.length() == 0) {
            return true;
        }
        var next = lines.following();
        return line.isBlank() && !(next.advance() && (beginsWithBlank(next.line()) || nameLength(next.line()) > 0));
    }

    private static boolean isContinuation(Lines lines) {
        return beginsWithBlank(lines.line()) && !isSeparator(lines);
    }

    private static boolean beginsWithBlank(Slice line) {
        return line.length() > 0 && (line.at(0) == ' ' || line.at(0) == '\t');
    }

    /** Whether a field begins soon, before any empty line. */
    private static boolean isFollowedByField(Lines lines) {
        var next = lines.following();
        for (var i = 0; i < LOOK_AHEAD && next.advance() && next.line().length() > 0; i++) {
            if (nameLength(next.line()) > 0) {
                return true;
            }
        }
        return false;
    }

    /** The length of the name of the field that begins on this line; 0 when none does. */
    private static int nameLength(Slice line) {
        var length = 0;
        while (length < line.length() && isNameCharacter(line.at(length))) {
            length++;
        }
        var colon = length;
        while (colon < line.length() && (line.at(colon) == ' ' || line.at(colon) == '\t')) {
            colon++;
        }
        return colon < line.length() && line.at(colon) == ':' ? length : 0;
    }

    /** RFC 5322 allows any printable character; JSON or XML posted as a mail shows why that is too much. */
    private static boolean isNameCharacter(byte value) {
        return (value >= 'a' && value <= 'z')
                || (value >= 'A' && value <= 'Z')
                || (value >= '0' && value <= '9')
                || (value > 0 && NAME_PUNCTUATION.indexOf(value) >= 0);
    }
}
