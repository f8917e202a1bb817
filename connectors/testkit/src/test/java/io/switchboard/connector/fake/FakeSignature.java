package io.switchboard.connector.fake;

import io.switchboard.connector.Body;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.HmacSha256;
import io.switchboard.connector.Secret;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.Verification;
import io.switchboard.connector.Verification.Reason;
import io.switchboard.connector.fake.FakeProvider.Defect;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** {@code X-Fake-Signature: sha256=<hex of HMAC-SHA256 over the body>}. */
record FakeSignature(Defect defect) {

    private static final String HEADER = "X-Fake-Signature";
    private static final String PREFIX = "sha256=";

    Verification verify(Delivery delivery, Secrets secrets) {
        var header = delivery.headers().first(HEADER);
        if (defect == Defect.BELIEVES_EVERYBODY) {
            return Verification.AUTHENTIC;
        }
        if (defect == Defect.BELIEVES_NOBODY) {
            return Verification.rejected(Reason.NO_SECRET);
        }
        if (header.isEmpty()) {
            return defect == Defect.TAKES_ABSENCE_FOR_PROOF
                    ? Verification.AUTHENTIC
                    : Verification.rejected(Reason.MISSING_SIGNATURE);
        }
        return verify(header.get(), delivery.body(), secrets);
    }

    private Verification verify(String header, Body body, Secrets secrets) {
        if (!header.startsWith(PREFIX)) {
            return Verification.rejected(Reason.MALFORMED_SIGNATURE);
        }
        try {
            var claimed = HexFormat.of().parseHex(header.substring(PREFIX.length()));
            return switch (defect) {
                case COMPARES_WHAT_IS_THERE -> byPrefix(body, secrets, claimed);
                case LEAVES_THE_LAST_BYTE_UNSIGNED -> withoutLastByte(body, secrets, claimed);
                default -> HmacSha256.verify(accepted(secrets), body, claimed);
            };
        } catch (IllegalArgumentException notHex) {
            if (defect == Defect.STUMBLES_OVER_NONSENSE) {
                throw notHex;
            }
            return Verification.rejected(Reason.MALFORMED_SIGNATURE);
        }
    }

    private List<Secret> accepted(Secrets secrets) {
        var accepted = secrets.accepted("app");
        return switch (defect) {
            case KNOWS_ONE_SECRET -> accepted.stream().limit(1).toList();
            case SIGNS_OTHERWISE_THAN_THE_PLATFORM ->
                accepted.stream()
                        .filter(secret -> !secret.reveal().startsWith("platform"))
                        .toList();
            default -> accepted;
        };
    }

    private Verification byPrefix(Body body, Secrets secrets, byte[] claimed) {
        var matches = accepted(secrets).stream()
                .map(secret -> Arrays.copyOf(HmacSha256.of(secret, body.bytes()), claimed.length))
                .anyMatch(mac -> Arrays.equals(mac, claimed));
        return matches ? Verification.AUTHENTIC : Verification.rejected(Reason.WRONG_SIGNATURE);
    }

    /** Accepts whatever the last byte is. */
    private Verification withoutLastByte(Body body, Secrets secrets, byte[] claimed) {
        for (var last = 0; last < 256; last++) {
            var guess = body.bytes().clone();
            guess[guess.length - 1] = (byte) last;
            var verification = HmacSha256.verify(accepted(secrets), Body.of(guess), claimed);
            if (verification.equals(Verification.AUTHENTIC)) {
                return verification;
            }
        }
        return Verification.rejected(Reason.WRONG_SIGNATURE);
    }
}
