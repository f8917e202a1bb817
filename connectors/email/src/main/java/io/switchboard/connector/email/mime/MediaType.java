package io.switchboard.connector.email.mime;

import io.switchboard.connector.email.text.Repairs;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a part claims to be (RFC 2045 §5.1): {@code text/html} and its parameters. */
public record MediaType(String type, String subtype, ParameterizedValue header) {

    private static final Pattern TYPE = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern UNWANTED = Pattern.compile("[\\s,;/(]");
    private static final Set<String> NOT_ENCRYPTED = Set.of("signed-data", "compressed-data", "certs-only");

    static final MediaType TEXT = of("text", "plain");
    static final MediaType MESSAGE = of("message", "rfc822");
    public static final MediaType BYTES = of("application", "octet-stream");

    /** What cannot be read as a type is plain text, as RFC 2045 §5.2 recommends. */
    static MediaType read(HeaderBlock header, MediaType absent, Repairs repairs) {
        var declared = header.raw("Content-Type").filter(value -> !value.isBlank());
        if (declared.isEmpty()) {
            return absent;
        }
        var value = ParameterizedValue.parse(declared.get());
        var slash = value.value().indexOf('/');
        var type = slash < 0 ? value.value() : value.value().substring(0, slash);
        var subtype = slash < 0 ? "" : upTo(value.value().substring(slash + 1));
        if (type.equals("text") && subtype.isEmpty()) {
            return new MediaType("text", "plain", value);
        }
        if (subtype.isEmpty() || !TYPE.matcher(type).matches()) {
            repairs.note("media type " + Repairs.word(value.value()) + " is unreadable, read as text");
            return new MediaType("text", "plain", value);
        }
        return new MediaType(type, subtype, value);
    }

    /** Before a blank, a comma or a second slash. */
    private static String upTo(String subtype) {
        return UNWANTED.split(subtype, 2)[0];
    }

    private static MediaType of(String type, String subtype) {
        return new MediaType(type, subtype, ParameterizedValue.parse(type + "/" + subtype));
    }

    public boolean is(String type, String subtype) {
        return this.type.equals(type) && this.subtype.equals(subtype);
    }

    /** S/MIME that anybody can read (RFC 8551 §3.2.2). */
    boolean isSignedMail() {
        return isCms() && smimeType().equals("signed-data");
    }

    /** S/MIME that only its recipient can read: what is not said to be only signed, compressed or certificates. */
    public boolean isEncryptedMail() {
        return isCms() && !NOT_ENCRYPTED.contains(smimeType());
    }

    private boolean isCms() {
        return type.equals("application") && subtype.endsWith("pkcs7-mime");
    }

    private String smimeType() {
        return header.token("smime-type").orElse("").toLowerCase(Locale.ROOT);
    }

    boolean isMultipart() {
        return type.equals("multipart");
    }

    public Optional<String> charset() {
        return header.token("charset")
                .map(name -> UNWANTED.split(name.strip(), 2)[0].toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty());
    }

    public String name() {
        return type + "/" + subtype;
    }
}
