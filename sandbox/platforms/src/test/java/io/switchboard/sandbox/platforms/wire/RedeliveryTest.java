package io.switchboard.sandbox.platforms.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.sandbox.platforms.testing.Received;
import io.switchboard.sandbox.platforms.testing.StandInGateway;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedeliveryTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final StandInGateway gateway = new StandInGateway();
    private final HookClient client = new HookClient(Duration.ofSeconds(1), Duration.ofSeconds(5));
    private final Redelivery redelivery =
            new Redelivery(client, RetrySchedule.doubling(Duration.ofMillis(5), 3), status -> status == 200);

    @AfterEach
    void close() {
        redelivery.close();
        client.close();
        gateway.close();
    }

    @Test
    void repeats_the_same_bytes_until_accepted() throws InterruptedException {
        gateway.willAnswer(500, StandInGateway.NO_ANSWER);

        var delivery = redelivery.start("greeting", request());

        assertThat(delivery.await(LIMIT)).isTrue();
        assertThat(delivery.accepted()).isTrue();
        assertThat(delivery.attempts())
                .extracting(HookAttempt::status)
                .containsExactly(OptionalInt.of(500), OptionalInt.empty(), OptionalInt.of(200));
        assertThat(gateway.received()).hasSize(3).extracting(Received::text).containsOnly("hällo");
    }

    @Test
    void ends_with_the_schedule() throws InterruptedException {
        gateway.willAnswer(500, 500, 500, 500, 500, 500);

        var delivery = redelivery.start("greeting", request());

        assertThat(delivery.await(LIMIT)).isTrue();
        assertThat(delivery.accepted()).isFalse();
        assertThat(gateway.received()).hasSize(4);
    }

    @Test
    void delivers_nothing_after_closing() throws InterruptedException {
        redelivery.close();

        var delivery = redelivery.start("greeting", request());

        assertThat(delivery.await(Duration.ofMillis(50))).isFalse();
        assertThat(gateway.received()).isEmpty();
    }

    @Test
    void doubles_each_wait() {
        assertThat(RetrySchedule.doubling(Duration.ofSeconds(1), 3).waits())
                .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    private HookRequest request() {
        return new HookRequest(gateway.hook(), Map.of(), "hällo".getBytes(StandardCharsets.UTF_8));
    }
}
