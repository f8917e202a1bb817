package io.switchboard.connector.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.connector.HmacSha256;
import io.switchboard.connector.Secret;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.Verification;
import io.switchboard.connector.Verification.Reason;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetaSignatureTest {

    /** Published vector: secret {@code sesame}, body {@code hello world}. */
    private static final String PUBLISHED = "f39034b29165ec6a5104d9aef27266484ab26c8caa7bca8bcb2dd02e8be61b17";

    private static final String PUBLISHED_SECOND = "60905fdf409d0b4f721e99f6f25b31567a68a6b45e933d814e17a246be4c5a53";

    @Test
    void accepts_the_published_vectors() {
        assertThat(verify("hello world", "sha256=" + PUBLISHED, "sesame")).isEqualTo(Verification.AUTHENTIC);
        assertThat(verify("hello world2", "sha256=" + PUBLISHED_SECOND, "sesame"))
                .isEqualTo(Verification.AUTHENTIC);
    }

    @Test
    void accepts_every_secret_of_the_set() {
        assertThat(verify("hello world", "sha256=" + PUBLISHED, "next", "sesame", "retiring"))
                .isEqualTo(Verification.AUTHENTIC);
    }

    @Test
    void rejects_a_body_changed_after_signing() {
        assertThat(verify("hello worle", "sha256=" + PUBLISHED, "sesame")).isEqualTo(rejected(Reason.WRONG_SIGNATURE));
    }

    @Test
    void rejects_a_body_written_again_with_its_characters_unescaped() {
        var signedEscaped = "sha256=" + hmac("{\"name\":\"\\u00e4\"}");

        assertThat(verify("{\"name\":\"\\u00e4\"}", signedEscaped, "sesame")).isEqualTo(Verification.AUTHENTIC);
        assertThat(verify("{\"name\":\"ä\"}", signedEscaped, "sesame")).isEqualTo(rejected(Reason.WRONG_SIGNATURE));
    }

    @Test
    void rejects_another_secret() {
        assertThat(verify("hello world", "sha256=" + PUBLISHED, "Sesame")).isEqualTo(rejected(Reason.WRONG_SIGNATURE));
    }

    @Test
    void rejects_a_delivery_without_signature() {
        var delivery = Deliveries.posted("hello world", Map.of());

        assertThat(MetaSignature.verify(delivery, Deliveries.secrets("app_secret", "sesame")))
                .isEqualTo(rejected(Reason.MISSING_SIGNATURE));
    }

    @Test
    void rejects_everything_while_no_secret_is_known() {
        var delivery = Deliveries.posted("hello world", Map.of("X-Hub-Signature-256", "sha256=" + PUBLISHED));

        assertThat(MetaSignature.verify(delivery, Secrets.NONE)).isEqualTo(rejected(Reason.NO_SECRET));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256=",
                PUBLISHED,
                "sha1=" + PUBLISHED,
                "SHA256=" + PUBLISHED,
                "sha256=" + PUBLISHED + "00",
                "sha256=zz9034b29165ec6a5104d9aef27266484ab26c8caa7bca8bcb2dd02e8be61b17",
                "sha256=f39034b29165ec6a5104d9aef27266484ab26c8caa7bca8bcb2dd02e8be61b1",
                "sha256=85A0spFl7GpRBNmu8nJmSEqybIyqe8qLyy3QLovmGxc="
            })
    void rejects_a_header_that_is_no_sha256_in_hex_as_malformed(String header) {
        assertThat(verify("hello world", header, "sesame")).isEqualTo(rejected(Reason.MALFORMED_SIGNATURE));
    }

    @Test
    void finds_the_header_whatever_its_case() {
        var delivery = Deliveries.posted(
                "hello world", Map.of("X-HUB-SIGNATURE-256".toLowerCase(Locale.ROOT), "sha256=" + PUBLISHED));

        assertThat(MetaSignature.verify(delivery, Deliveries.secrets("app_secret", "sesame")))
                .isEqualTo(Verification.AUTHENTIC);
    }

    private static String hmac(String body) {
        return HexFormat.of().formatHex(HmacSha256.of(Secret.of("sesame"), body.getBytes(StandardCharsets.UTF_8)));
    }

    private static Verification verify(String body, String header, String... secrets) {
        return MetaSignature.verify(
                Deliveries.posted(body, Map.of("X-Hub-Signature-256", header)),
                Deliveries.secrets("app_secret", secrets));
    }

    private static Verification rejected(Reason reason) {
        return Verification.rejected(reason);
    }
}
