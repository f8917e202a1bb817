package io.switchboard.sandbox.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryNumberTest {

    private final DeliveryNumber number = new DeliveryNumber("0a1b2c3d");

    @ParameterizedTest
    @EnumSource
    void is_found_wherever_it_stands(Kind kind) {
        assertThat(find("{\"message\":{\"nativeId\":\"" + kind.nativeId("0a1b2c3d", 4_711) + "\"}}"))
                .isEqualTo(4_711);
        assertThat(find(kind.nativeId("0a1b2c3d", 0))).isZero();
        assertThat(find("0a1b2c3d 00a1b2c3d " + kind.nativeId("0a1b2c3d", 1L << 40)))
                .isEqualTo(1L << 40);
    }

    @ParameterizedTest
    @EnumSource
    void of_another_run_is_none(Kind kind) {
        assertThat(find(kind.nativeId("0a1b2c3e", 4_711))).isEqualTo(DeliveryNumber.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "0a1b2c3d", "0a1b2c3d.", "0a1b2c3d.00000000000", "0a1b2c3d.00000000000g", "0a1b2c3"})
    void is_nothing_half(String event) {
        assertThat(find(event)).isEqualTo(DeliveryNumber.NONE);
    }

    @Test
    void leaves_the_buffer_alone() {
        var event =
                ByteBuffer.wrap(("before " + Kind.EMAIL.nativeId("0a1b2c3d", 5)).getBytes(StandardCharsets.US_ASCII));
        event.position(3);

        assertThat(number.find(event)).isEqualTo(5);
        assertThat(event.position()).isEqualTo(3);
    }

    @Test
    void no_two_runs_of_a_process_have_one_name() {
        var now = Instant.parse("2026-03-01T12:00:00Z");

        assertThat(Manifest.at(now).run())
                .isNotEqualTo(Manifest.at(now).run())
                .isNotEqualTo(Manifest.at(now.plusMillis(20)).run())
                .hasSize(8);
    }

    private long find(String event) {
        return number.find(ByteBuffer.wrap(event.getBytes(StandardCharsets.US_ASCII)));
    }
}
