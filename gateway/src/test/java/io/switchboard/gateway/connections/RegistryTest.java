package io.switchboard.gateway.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.canonical.TenantId;
import io.switchboard.gateway.Hub;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistryTest {

    @Test
    void a_connection_made_by_another_process_appears_by_itself() {
        Hub.bean(ConnectionProvisioning.class)
                .connect(new TenantId("test"), "whatsapp", "made-elsewhere", "pn-elsewhere", Map.of(), Map.of());

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(Hub.bean(ConnectionRegistry.class).find("whatsapp/made-elsewhere"))
                                .isPresent());
    }
}
