package io.switchboard.connector.email.mime;

import io.switchboard.connector.email.bytes.Lines;
import io.switchboard.connector.email.bytes.Slice;
import io.switchboard.connector.email.text.Repairs;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the structure of a mail (RFC 5322, RFC 2045, RFC 2046) from any bytes. Broken structure costs a note, never a text: what
 * cannot be split is read as one text.
 */
public final class MimeReader {

    static final int MAX_DEPTH = 20;
    static final int MAX_PARTS = 500;

    private static final int MAX_BASE64_LINE = 200;
    private static final int PROSE = 12;

    private final Repairs repairs;
    private final HeaderReader headers;
    private int parts;

    public MimeReader(Repairs repairs) {
        this.repairs = repairs;
        this.headers = new HeaderReader(repairs);
    }

    /** The tree of a whole mail. A reader reads one. */
    public Entity read(Slice mail) {
        return entity(headers.ofMail(mail), "", MediaType.TEXT, 0);
    }

    private Entity entity(HeaderReader.Head head, String path, MediaType absent, int depth) {
        parts++;
        var type = MediaType.read(head.header(), absent, repairs);
        var encoding = TransferDecoding.of(head.header(), repairs);
        if (!type.isMultipart()) {
            return leaf(head, path, type, encoding, depth);
        }
        if (depth == MAX_DEPTH) {
            repairs.cut("parts nested deeper than " + MAX_DEPTH + " were not opened");
            return leaf(head, path, MediaType.BYTES, encoding, depth);
        }
        var slices = split(type, head.body(), encoding);
        if (slices.isEmpty()) {
            repairs.note("multipart without parts, read as text");
            return leaf(head, path, MediaType.TEXT, encoding, depth);
        }
        var childType = type.is("multipart", "digest") ? MediaType.MESSAGE : MediaType.TEXT;
        return new Entity(
                path,
                head.header(),
                type,
                Encoded.of(head.body(), encoding),
                children(slices, path, childType, depth + 1),
                List.of());
    }

    private Entity leaf(HeaderReader.Head head, String path, MediaType type, TransferDecoding declared, int depth) {
        var encoding = declared;
        if (type.type().equals("text") && encoding == TransferDecoding.BASE64 && isProse(head.body())) {
            repairs.note("part " + (path.isEmpty() ? "1" : path) + " says base64 and is not, read as it came");
            encoding = TransferDecoding.IDENTITY;
        }
        var content = Encoded.of(head.body(), encoding);
        var leaf = new Entity(path.isEmpty() ? "1" : path, head.header(), type, content, List.of(), List.of());
        if (TnefPart.is(leaf)) {
            return TnefPart.open(leaf, repairs);
        }
        if (type.isSignedMail()) {
            return signed(leaf, depth);
        }
        return UuencodedFiles.open(leaf, repairs);
    }

    /** Whether the first line has so many blanks and signs as no base64 has, damaged or not. */
    private static boolean isProse(Slice body) {
        var lines = new Lines(body);
        while (lines.advance()) {
            if (!lines.line().isBlank()) {
                var line = lines.line().limited(MAX_BASE64_LINE).asLatin1().strip();
                var foreign = line.chars()
                        .filter(c -> !(c < 0x80 && Character.isLetterOrDigit(c)) && "+/=-_".indexOf(c) < 0)
                        .count();
                return foreign * PROSE > line.length();
            }
        }
        return false;
    }

    /** The mail within an envelope that is signed and not encrypted. */
    private Entity signed(Entity envelope, int depth) {
        var content = SignedData.content(envelope.content().bytes(EncodedSource.MAX_IN_MEMORY));
        if (content.isEmpty() || depth == MAX_DEPTH) {
            return envelope;
        }
        repairs.note("the signature of part " + envelope.path() + " was not checked");
        var enclosed = headers.ofPart(Slice.of(content.get()));
        return envelope.enclosing(List.of(entity(enclosed, envelope.path() + "/signed", MediaType.TEXT, depth + 1)));
    }

    private List<Entity> children(List<Slice> slices, String path, MediaType absent, int depth) {
        var children = new ArrayList<Entity>();
        for (var slice : slices) {
            if (parts >= MAX_PARTS) {
                repairs.cut("more than " + MAX_PARTS + " parts, the rest was left out");
                break;
            }
            var number = Integer.toString(children.size() + 1);
            var childPath = path.isEmpty() ? number : path + "." + number;
            children.add(entity(headers.ofPart(slice), childPath, absent, depth));
        }
        return children;
    }

    /** RFC 2045 §6.4 forbids to encode a multipart as a whole; some do. */
    private List<Slice> split(MediaType type, Slice body, TransferDecoding encoding) {
        var slices = Multipart.split(type, body, repairs);
        if (!slices.isEmpty() || encoding == TransferDecoding.IDENTITY) {
            return slices;
        }
        var decoded = Encoded.of(body, encoding).bytes(EncodedSource.MAX_IN_MEMORY);
        return Multipart.split(type, Slice.of(decoded), repairs);
    }
}
