package io.switchboard.sandbox.platforms.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.sandbox.platforms.wire.Json;
import org.junit.jupiter.api.Test;

class MetaJsonTest {

    @Test
    void escapes_in_lower_case_hex_and_escapes_slashes() {
        var json = Json.object().put("t", "äöå 👍 image/png \u007f");

        assertThat(MetaJson.write(json))
                .isEqualTo("{\"t\":\"\\u00e4\\u00f6\\u00e5 \\ud83d\\udc4d image\\/png \\u007f\"}");
    }

    @Test
    void means_the_same_when_read() {
        var json = Json.object().put("t", "\"quoted\" back\\slash ä/ö\n");

        assertThat(Json.readObject(MetaJson.write(json))).contains(json);
    }
}
