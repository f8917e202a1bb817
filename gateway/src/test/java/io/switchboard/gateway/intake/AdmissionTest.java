package io.switchboard.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.switchboard.canonical.TenantId;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class AdmissionTest {

    private static final TenantId LOUD = new TenantId("loud");
    private static final TenantId QUIET = new TenantId("quiet");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Admission admission = new Admission(
            new EdgeProperties(
                    -1,
                    "127.0.0.1",
                    1,
                    1,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    DataSize.ofBytes(1000),
                    Duration.ZERO),
            meters);

    @Test
    void a_merchant_that_holds_a_quarter_gets_no_more_once_the_half_is_taken() {
        assertThat(admission.enter(LOUD, 450)).isPresent();

        assertThat(admission.enter(LOUD, 100)).isEmpty();
        assertThat(admission.enter(QUIET, 100)).isPresent();
    }

    @Test
    void nobody_gets_more_than_there_is() {
        for (var i = 0; i < 10; i++) {
            assertThat(admission.enter(new TenantId("t" + i), 100)).isPresent();
        }

        assertThat(admission.enter(QUIET, 1)).isEmpty();
    }

    @Test
    void room_is_given_back_once() {
        var first = admission.enter(LOUD, 450).orElseThrow();
        first.close();
        first.close();

        assertThat(inFlight()).isZero();
        assertThat(admission.enter(LOUD, 450)).isPresent();
        assertThat(inFlight()).isEqualTo(450);
    }

    @Test
    void what_is_refused_takes_no_room() {
        assertThat(admission.enter(LOUD, 900)).isPresent();
        assertThat(admission.enter(LOUD, 400)).isEmpty();

        assertThat(inFlight()).isEqualTo(900);
    }

    @Test
    void a_single_delivery_larger_than_the_bound_is_taken_when_nothing_else_is_there() {
        assertThat(admission.enter(LOUD, 5000)).isPresent();
    }

    private double inFlight() {
        return meters.get("switchboard.edge.in.flight.bytes").gauge().value();
    }
}
