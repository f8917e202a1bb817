package io.switchboard.sandbox.platforms.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ShopifySignatureTest {

    @Test
    void signs_the_published_vector() {
        var body = "\"my secret message\"".getBytes(StandardCharsets.UTF_8);

        assertThat(ShopifySignature.of("hush", body)).isEqualTo("hMTq0K2x7oyOjoBwGYeTj5oxfnaVYXzbanUG9aajpKI=");
    }
}
