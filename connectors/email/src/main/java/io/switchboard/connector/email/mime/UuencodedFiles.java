package io.switchboard.connector.email.mime;

import io.switchboard.connector.email.bytes.Lines;
import io.switchboard.connector.email.bytes.Slice;
import io.switchboard.connector.email.text.Repairs;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the files that old programs write into the text of a mail: {@code begin 644 name}, lines, {@code end}. */
final class UuencodedFiles {
    private static final String INSIDE = "/uu/";
    private static final byte[] BEGIN = "begin".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BASE64_END = "====".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_FILES = 100;
    private static final int MAX_LINE = 300;

    /** More bytes than are read of a text; the rest would only take room. */
    private static final int MAX_PROSE = 2 * 1024 * 1024;

    private static final Pattern FIRST_LINE = Pattern.compile("begin(-base64)? [0-7]{3,4} (\\S.*)");

    private final Entity part;
    private final Repairs repairs;
    private final Slice text;
    private final ByteArrayOutputStream prose = new ByteArrayOutputStream();
    private final List<Entity> files = new ArrayList<>();

    private UuencodedFiles(Entity part, Slice text, Repairs repairs) {
        this.part = part;
        this.text = text;
        this.repairs = repairs;
    }

    /** The part with its files and the text around them; as it was when there are none. */
    static Entity open(Entity part, Repairs repairs) {
        if (!part.type().is("text", "plain") || part.body().indexOf(BEGIN, 0) < 0) {
            return part;
        }
        var plain = part.encoding() == TransferDecoding.IDENTITY;
        var text = plain ? part.body() : Slice.of(part.content().bytes(EncodedSource.MAX_IN_MEMORY));
        return new UuencodedFiles(part, text, repairs).open();
    }

    private Entity open() {
        var copied = 0;
        for (var at = text.indexOf(BEGIN, 0); at >= 0 && files.size() < MAX_FILES; at = text.indexOf(BEGIN, at + 1)) {
            var end = at >= copied && isLineStart(at) ? endOfFile(at) : -1;
            if (end > 0) {
                prose(copied, at);
                copied = end;
            }
        }
        if (files.isEmpty()) {
            return part;
        }
        prose(copied, text.length());
        var found = new ArrayList<Entity>();
        found.add(new Entity(
                part.path() + INSIDE + "text",
                part.header(),
                part.type(),
                Encoded.plain(Slice.of(prose.toByteArray())),
                List.of(),
                List.of()));
        found.addAll(files);
        return part.enclosing(found);
    }

    private boolean isLineStart(int at) {
        return at == 0 || text.at(at - 1) == '\n' || text.at(at - 1) == '\r';
    }

    private void prose(int from, int to) {
        text.sub(from, to).limited(MAX_PROSE - prose.size()).writeTo(prose::write);
    }

    /** Reads the file that begins here; -1 when none does. */
    private int endOfFile(int start) {
        var lines = new Lines(text, start);
        lines.advance();
        var first = FIRST_LINE.matcher(lines.line().limited(MAX_LINE).asLatin1());
        if (!first.matches()) {
            return -1;
        }
        if (first.group(1) != null) {
            return endOfBase64(lines, first.group(2));
        }
        var end = lines.next();
        var sound = 0;
        while (lines.advance()) {
            var line = lines.line();
            if (isEnd(line)) {
                end = lines.next();
                break;
            }
            if (line.length() > 0 && !isEncoded(line)) {
                break;
            }
            sound += line.length() > 0 ? 1 : 0;
            end = lines.next();
        }
        if (sound == 0) {
            return -1;
        }
        add(first.group(2), Encoded.of(text.sub(start, end), TransferDecoding.UUENCODE));
        return end;
    }

    /** The other form that POSIX describes: base64 up to a line of equals signs. */
    private int endOfBase64(Lines lines, String name) {
        var start = lines.next();
        var end = start;
        while (lines.advance() && isBase64(lines.line())) {
            end = lines.next();
            if (lines.line().startsWith(BASE64_END, 0)) {
                add(name, Encoded.of(text.sub(start, lines.start()), TransferDecoding.BASE64));
                return end;
            }
        }
        return -1;
    }

    private static boolean isBase64(Slice line) {
        for (var i = 0; i < line.length(); i++) {
            var c = line.at(i);
            var letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letter && c != '+' && c != '/' && c != '=') {
                return false;
            }
        }
        return line.length() > 0 && line.length() <= MAX_LINE;
    }

    private static boolean isEnd(Slice line) {
        return line.length() >= 3
                && line.length() < 6
                && line.asLatin1().strip().equals("end");
    }

    /** The first character says how many bytes follow, each group of three in four characters; blanks at the end may be lost. */
    private static boolean isEncoded(Slice line) {
        if (line.length() > MAX_LINE) {
            return false;
        }
        for (var i = 0; i < line.length(); i++) {
            if (line.at(i) < ' ' || line.at(i) > '`') {
                return false;
            }
        }
        var bytes = (line.at(0) - ' ') & 0x3f;
        var characters = (bytes + 2) / 3 * 4;
        return line.length() - 1 <= characters + 2 && line.length() - 1 >= Math.min(characters, characters - 8);
    }

    private void add(String name, Encoded content) {
        var decoded = HeaderText.decode(name.strip());
        var header = HeaderBlock.made(
                repairs,
                "Content-Type",
                "application/octet-stream",
                "Content-Disposition",
                "attachment" + EncodedParameter.of("filename", decoded));
        files.add(new Entity(
                part.path() + INSIDE + (files.size() + 1), header, MediaType.BYTES, content, List.of(), List.of()));
    }
}
