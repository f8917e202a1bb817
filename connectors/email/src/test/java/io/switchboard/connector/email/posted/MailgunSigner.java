package io.switchboard.connector.email.posted;

import io.switchboard.connector.Delivery;
import io.switchboard.connector.HmacSha256;
import io.switchboard.connector.Secret;
import io.switchboard.connector.testkit.Deliveries;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Signs as Mailgun does: the 64 zeros in the form become the signature of the timestamp and token beside them. */
public final class MailgunSigner {

    public static final String KEY = "key-of-the-lamp-shop";

    private static final Pattern TIMESTAMP = Pattern.compile("\\btimestamp(?:\"\\s+|=)(\\d+)");
    private static final Pattern TOKEN = Pattern.compile("\\btoken(?:\"\\s+|=)([A-Za-z0-9-]+)");

    private MailgunSigner() {}

    static Delivery sign(Delivery unsigned) {
        var form = new String(unsigned.body().bytes(), StandardCharsets.ISO_8859_1);
        var signature = signature(value(TIMESTAMP, form), value(TOKEN, form));
        var signed = form.replaceFirst("(?<=signature(\"\\r\\n\\r\\n|=))0{64}", signature);
        return Deliveries.withBody(unsigned, signed.getBytes(StandardCharsets.ISO_8859_1));
    }

    static String signature(String timestamp, String token) {
        var message = (timestamp + token).getBytes(StandardCharsets.US_ASCII);
        return HexFormat.of().formatHex(HmacSha256.of(Secret.of(KEY), message));
    }

    private static String value(Pattern pattern, String form) {
        var found = pattern.matcher(form);
        if (!found.find()) {
            throw new IllegalArgumentException("the form has no " + pattern);
        }
        return found.group(1);
    }
}
