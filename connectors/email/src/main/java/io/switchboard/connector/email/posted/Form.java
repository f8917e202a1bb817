package io.switchboard.connector.email.posted;

import io.switchboard.connector.Delivery;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.email.bytes.Slice;
import io.switchboard.connector.email.mime.ParameterizedValue;
import io.switchboard.connector.email.text.Repairs;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The fields of a posted form, in the order and under the names they came; several may have one name. */
public record Form(List<FormField> fields) {

    /** Mailgun posts every header field of a mail as a field of its own. */
    private static final int MAX_FIELDS = 10_000;

    private static final String MULTIPART = "multipart/form-data";
    private static final String URL_ENCODED = "application/x-www-form-urlencoded";

    public Form {
        fields = List.copyOf(fields);
    }

    /** @throws MalformedDeliveryException when the delivery is no form or an empty one */
    static Form read(Delivery post) {
        var type = ParameterizedValue.parse(post.headers().first("Content-Type").orElse(""));
        var body = Slice.of(post.body().bytes());
        var fields = switch (type.value()) {
            case MULTIPART -> MultipartForm.fields(boundary(type), body, MAX_FIELDS);
            case URL_ENCODED -> urlEncoded(body);
            default ->
                throw new MalformedDeliveryException("Content-Type is "
                        + (type.value().isEmpty() ? "missing" : Repairs.word(type.value())) + ", " + MULTIPART + " or "
                        + URL_ENCODED + " was expected");
        };
        if (fields.isEmpty()) {
            throw new MalformedDeliveryException("body has no form field, a " + type.value() + " was expected");
        }
        return new Form(fields);
    }

    private static String boundary(ParameterizedValue type) {
        return type.token("boundary")
                .orElseThrow(() -> new MalformedDeliveryException("Content-Type has no boundary, one was expected"));
    }

    private static List<FormField> urlEncoded(Slice body) {
        var fields = new ArrayList<FormField>();
        var start = 0;
        while (start < body.length() && fields.size() < MAX_FIELDS) {
            var end = body.indexOf((byte) '&', start);
            var pair = body.sub(start, end < 0 ? body.length() : end);
            var equals = pair.indexOf((byte) '=', 0);
            if (equals > 0) {
                fields.add(FormField.urlEncoded(pair.sub(0, equals), pair.sub(equals + 1, pair.length())));
            }
            start = end < 0 ? body.length() : end + 1;
        }
        return fields;
    }

    Optional<FormField> first(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    Optional<FormField> last(String name) {
        return all(name).stream().reduce((one, next) -> next);
    }

    List<FormField> all(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).toList();
    }

    /** What was posted, whatever the order of the fields and the boundary between them: a second attempt may choose others. */
    String fingerprint() {
        var all = digest();
        fields.stream().map(Form::digest).sorted(Comparator.naturalOrder()).forEach(field -> all.update(ascii(field)));
        return HexFormat.of().formatHex(all.digest());
    }

    private static String digest(FormField field) {
        var digest = digest();
        digest.update(field.name().getBytes(StandardCharsets.UTF_8));
        for (var described : List.of("Content-Disposition", "Content-Type", "Content-Transfer-Encoding")) {
            digest.update((byte) 0);
            digest.update(field.header().raw(described).orElse("").getBytes(StandardCharsets.ISO_8859_1));
        }
        digest.update((byte) 0);
        field.content().update(digest);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] ascii(String hex) {
        return hex.getBytes(StandardCharsets.US_ASCII);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    @Override
    public String toString() {
        return "Form[" + fields.size() + " fields]";
    }
}
