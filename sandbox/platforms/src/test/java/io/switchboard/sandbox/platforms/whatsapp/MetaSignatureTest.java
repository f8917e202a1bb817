package io.switchboard.sandbox.platforms.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MetaSignatureTest {

    @Test
    void signs_the_published_vectors() {
        assertThat(sign("hello world"))
                .isEqualTo("sha256=f39034b29165ec6a5104d9aef27266484ab26c8caa7bca8bcb2dd02e8be61b17");
        assertThat(sign("hello world2"))
                .isEqualTo("sha256=60905fdf409d0b4f721e99f6f25b31567a68a6b45e933d814e17a246be4c5a53");
    }

    @Test
    void signs_the_escaped_spelling_and_not_the_decoded_one() {
        assertThat(sign("{\"t\":\"\\u00e4\\u00f6\\u00e5\"}"))
                .isEqualTo("sha256=020648fe04fb6dfd53716690a52621cc2a8fe924a5a2ce96990cee0a124e2dc5")
                .isNotEqualTo(sign("{\"t\":\"äöå\"}"));
    }

    private static String sign(String body) {
        return MetaSignature.of("sesame", body.getBytes(StandardCharsets.UTF_8));
    }
}
