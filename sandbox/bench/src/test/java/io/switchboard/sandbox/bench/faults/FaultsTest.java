package io.switchboard.sandbox.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.sandbox.bench.hub.Hub;
import io.switchboard.sandbox.bench.hub.HubPlan;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short version: some minutes of the long one, on one hub. Fails on what is lost, doubled, reordered or mixed up, never on a time. */
class FaultsTest {

    private static final Traffic TRAFFIC = new Traffic(200, Duration.ofSeconds(5), 1, 0, 20, false);

    @Test
    void nothing_is_lost_doubled_reordered_or_mixed_up(@TempDir Path folder) throws Exception {
        var plans = List.of(
                plan(1, new Fault.Killed(Victim.GATEWAY, Duration.ZERO)),
                plan(2, new Fault.Killed(Victim.KAFKA, Duration.ZERO)),
                plan(3, new Fault.Killed(Victim.POSTGRESQL, Duration.ofSeconds(1)))
                        .with(new Strike(
                                Duration.ofSeconds(3), new Fault.Suspended(Victim.KAFKA, Duration.ofSeconds(4)))),
                plan(4, new Fault.Restarted(Victim.GATEWAY, Duration.ZERO)));

        // The second gateway takes part in none of these; starting it costs a minute of CPU.
        var quickly = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        try (var hub = Hub.start(new HubPlan(folder, 10, 2, "512m", quickly), 1)) {
            var campaign = new FaultCampaign(hub, Clock.systemUTC(), Path.of("target", "faults"), System.out);

            assertThat(campaign.run(plans).violations()).isEmpty();
        }
    }

    private static FaultPlan plan(long seed, Fault fault) {
        return new FaultPlan(seed, false, TRAFFIC, List.of(new Strike(Duration.ofMillis(1_500), fault)));
    }
}
