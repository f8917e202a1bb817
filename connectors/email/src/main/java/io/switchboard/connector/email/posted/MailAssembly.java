package io.switchboard.connector.email.posted;

import io.switchboard.connector.email.bytes.Slice;
import io.switchboard.connector.email.mime.HeaderBlock;
import io.switchboard.connector.email.mime.ParameterizedValue;
import io.switchboard.connector.email.text.CleanText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes a mail anew (RFC 5322, RFC 2045) from the pieces a platform cut it into, so that everything behind reads it like any other
 * mail. Texts and files go in as they came, to the byte. The same pieces give the same mail every time: its attachments are found
 * again by their place, and its fingerprint tells it from others.
 */
final class MailAssembly {

    /** Kinds of multipart whose meaning is more than a row of parts. */
    private static final Set<String> MEANINGFUL = Set.of("report", "encrypted", "signed");

    private static final Pattern FIELD_NAME = Pattern.compile("[!-9;-~]{1,200}");

    private final List<Slice> header = new ArrayList<>();
    private final List<MailPart> words = new ArrayList<>();
    private final List<MailPart> files = new ArrayList<>();
    private String kind = "mixed";

    /** A header as it stood in the mail, without what it said of the parts that are no more. */
    MailAssembly header(HeaderBlock block) {
        block.raw("Content-Type").ifPresent(this::kind);
        for (var field : block.fields()) {
            if (!describesParts(field.name())) {
                header.add(ascii(field.name() + ":"));
                header.add(field.value());
                header.add(ascii("\r\n"));
            }
        }
        return this;
    }

    /** A field out of a list; a value cannot become a line of its own. */
    MailAssembly field(String name, String value) {
        if (name.equalsIgnoreCase("Content-Type")) {
            kind(value);
        }
        if (!describesParts(name) && FIELD_NAME.matcher(name).matches()) {
            header.add(ascii(name + ": "));
            header.add(Slice.of(CleanText.line(value).getBytes(StandardCharsets.UTF_8)));
            header.add(ascii("\r\n"));
        }
        return this;
    }

    /** @param type {@code text/plain} or {@code text/html} */
    MailAssembly words(String type, String charset, Slice content) {
        if (!content.isBlank()) {
            words.add(MailPart.words(type, charset, content));
        }
        return this;
    }

    MailAssembly file(PostedFile file) {
        files.add(file.part());
        return this;
    }

    /** Text and HTML say the same; where one kind comes several times, all of it is said. */
    byte[] bytes() {
        var top = new ArrayList<MailPart>();
        if (isAlternative()) {
            top.add(MailPart.multipart("alternative", boundary(words), words));
        } else {
            top.addAll(words);
        }
        top.addAll(files);
        if (top.isEmpty()) {
            top.add(MailPart.words("text/plain", "utf-8", Slice.EMPTY));
        }
        var isOne = top.size() == 1 && files.isEmpty() && kind.equals("mixed");
        return written(isOne ? top.getFirst() : MailPart.multipart(kind, boundary(top), top));
    }

    private boolean isAlternative() {
        return words.stream().map(MailPart::type).distinct().count() > 1;
    }

    private byte[] written(MailPart body) {
        var all = new ArrayList<Slice>(header);
        all.add(ascii("MIME-Version: 1.0\r\n"));
        body.writeTo(all);
        var length = all.stream().mapToInt(Slice::length).reduce(0, Math::addExact);
        var mail = ByteBuffer.allocate(length);
        all.forEach(slice -> slice.putInto(mail));
        return mail.array();
    }

    private void kind(String contentType) {
        var type = ParameterizedValue.parse(contentType).value();
        var subtype = type.startsWith("multipart/") ? type.substring("multipart/".length()) : "";
        kind = MEANINGFUL.contains(subtype) ? subtype : "mixed";
    }

    private static boolean describesParts(String field) {
        return field.regionMatches(true, 0, "content-", 0, 8) || field.equalsIgnoreCase("MIME-Version");
    }

    /** A hash of the parts does not stand in the parts. */
    private static String boundary(List<MailPart> parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            parts.forEach(part -> part.update(digest));
            return "=_" + HexFormat.of().formatHex(digest.digest()).substring(0, 40);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    private static Slice ascii(String text) {
        return Slice.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
