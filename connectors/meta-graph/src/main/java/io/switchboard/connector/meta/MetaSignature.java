package io.switchboard.connector.meta;

import io.switchboard.connector.ConnectorDescriptor.SecretName;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.HmacSha256;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.Verification;
import io.switchboard.connector.Verification.Reason;
import java.util.HexFormat;
import java.util.Optional;

/**
 * {@code X-Hub-Signature-256}: HMAC-SHA256 under the app secret over the raw bytes, as {@code sha256=} and lower-case hex.
 *
 * <p>Meta signs the body as it sends it, with every character beyond ASCII escaped; a body that was parsed and written again
 * no longer verifies.
 */
public final class MetaSignature {

    public static final SecretName APP_SECRET =
            new SecretName("app_secret", "signature", "App secret of the Meta app, which signs deliveries");

    private static final String HEADER = "X-Hub-Signature-256";
    private static final String PREFIX = "sha256=";
    private static final int HEX_DIGITS = 64;

    private MetaSignature() {}

    public static Verification verify(Delivery delivery, Secrets secrets) {
        var header = delivery.headers().first(HEADER);
        if (header.isEmpty()) {
            return Verification.rejected(Reason.MISSING_SIGNATURE);
        }
        return claimed(header.get())
                .map(mac -> HmacSha256.verify(secrets.accepted(APP_SECRET.name()), delivery.body(), mac))
                .orElse(Verification.rejected(Reason.MALFORMED_SIGNATURE));
    }

    private static Optional<byte[]> claimed(String header) {
        if (!header.startsWith(PREFIX) || header.length() != PREFIX.length() + HEX_DIGITS) {
            return Optional.empty();
        }
        try {
            return Optional.of(HexFormat.of().parseHex(header, PREFIX.length(), header.length()));
        } catch (IllegalArgumentException notHex) {
            return Optional.empty();
        }
    }
}
