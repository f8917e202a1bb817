package io.switchboard.gateway.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.gateway.Hub;
import org.junit.jupiter.api.Test;

/** An operator sees which pool is short of connections. */
class PoolMetricsTest {

    @Test
    void every_pool_is_measured_under_its_own_name() {
        Hub.get("/api/deliveries?limit=1");

        assertThat(Hub.get("/actuator/prometheus").body())
                .contains("hikaricp_connections_pending{pool=\"interactive\"}")
                .contains("hikaricp_connections_pending{pool=\"background\"}")
                .contains("hikaricp_connections_pending{pool=\"admin\"}");
    }

    @Test
    void the_health_of_the_flow_asks_the_interactive_pool_alone() {
        assertThat(Hub.get("/actuator/health/flow").body())
                .contains("\"db\"")
                .doesNotContain("background")
                .doesNotContain("admin");
    }
}
