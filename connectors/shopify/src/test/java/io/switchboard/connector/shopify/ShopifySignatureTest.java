package io.switchboard.connector.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.connector.HmacSha256;
import io.switchboard.connector.Secret;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.Verification;
import io.switchboard.connector.Verification.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShopifySignatureTest {

    private static final String SIGNATURE = "X-Shopify-Hmac-Sha256";
    private static final String PUBLISHED = "hMTq0K2x7oyOjoBwGYeTj5oxfnaVYXzbanUG9aajpKI=";
    private static final Secrets HUSH = secrets("hush");

    private final Hook published =
            Hook.of("products/update", "\"my secret message\"").with(SIGNATURE, PUBLISHED);

    @Test
    void accepts_the_published_vector() {
        assertThat(verify(published, HUSH)).isEqualTo(Verification.AUTHENTIC);
    }

    @Test
    void accepts_the_header_of_the_events_product() {
        var hook = published.without(SIGNATURE).with("Shopify-Hmac-Sha256", PUBLISHED);

        assertThat(verify(hook, HUSH)).isEqualTo(Verification.AUTHENTIC);
    }

    @Test
    void accepts_the_old_secret_while_shopify_rotates() {
        assertThat(verify(published, secrets("brand-new", "hush"))).isEqualTo(Verification.AUTHENTIC);
    }

    @Test
    void rejects_a_secret_that_left_the_set() {
        assertThat(verify(published, secrets("brand-new"))).isEqualTo(rejected(Reason.WRONG_SIGNATURE));
    }

    @Test
    void rejects_a_body_changed_after_signing() {
        var changed = published.bytes("\"my secret massage\"".getBytes(StandardCharsets.UTF_8));

        assertThat(verify(changed, HUSH)).isEqualTo(rejected(Reason.WRONG_SIGNATURE));
    }

    @Test
    void rejects_any_flipped_bit_of_the_signature() {
        var mac = Base64.getDecoder().decode(PUBLISHED);
        for (var bit = 0; bit < mac.length * 8; bit++) {
            var flipped = mac.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);

            assertThat(verify(published.with(SIGNATURE, Base64.getEncoder().encodeToString(flipped)), HUSH))
                    .as("bit %d", bit)
                    .isEqualTo(rejected(Reason.WRONG_SIGNATURE));
        }
    }

    @Test
    void rejects_a_missing_signature() {
        assertThat(verify(published.without(SIGNATURE), HUSH)).isEqualTo(rejected(Reason.MISSING_SIGNATURE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hMTq0K2x7oyOjoBwGYeTj5oxfnaVYXzbanUG9aajpK", // two characters short
                "hMTq0K2x7oyOjoBwGYeTj5oxfnaVYXzbanUG9aajpKI", // without its padding
                "hMTq0K2x7oyOjoBwGYeTj5oxfnaVYXzbanUG9aajpKJ=", // with a bit that decodes to nothing
                "hMTq0K2x7oyOjoBwGYeTj5oxfnaVYXzbanUG9aajpKI=AAAA",
                "84c4ead0adb1ee8c8e8e80701987938f9a317e7695617cdb6a7506f5a6a3a4a2", // hex
                "not base64 at all!",
                "sha256=hMTq0K2x7oyOjoBwGYeTj5oxfnaVYXzbanUG9aajpKI=",
                "hMTq0K2x7oyOjoBwGYeTj5oxfnaVYXzbanUG9aajpKI=, second"
            })
    void rejects_what_is_no_signature(String claimed) {
        assertThat(verify(published.with(SIGNATURE, claimed), HUSH)).isEqualTo(rejected(Reason.MALFORMED_SIGNATURE));
    }

    @Test
    void rejects_everything_while_the_connection_has_no_secret() {
        assertThat(verify(published, Secrets.NONE)).isEqualTo(rejected(Reason.NO_SECRET));
    }

    @Test
    void signs_raw_bytes_not_the_meaning_of_the_json() {
        var escaped = Hook.of("orders/create", "{\"note\":\"\\u00e4\"}");
        var plain = Hook.of("orders/create", "{\"note\":\"ä\"}");
        var signature = Base64.getEncoder()
                .encodeToString(HmacSha256.of(Secret.of("hush"), escaped.body().bytes()));

        assertThat(verify(escaped.with(SIGNATURE, signature), HUSH)).isEqualTo(Verification.AUTHENTIC);
        assertThat(verify(plain.with(SIGNATURE, signature), HUSH)).isEqualTo(rejected(Reason.WRONG_SIGNATURE));
    }

    private static Verification verify(Hook hook, Secrets secrets) {
        return new ShopifyWebhooks().verify(hook.delivery(), secrets);
    }

    private static Verification rejected(Reason reason) {
        return Verification.rejected(reason);
    }

    private static Secrets secrets(String... values) {
        return Secrets.of(Map.of(
                ShopifySignature.SECRET,
                List.of(values).stream().map(Secret::of).toList()));
    }
}
