package io.switchboard.gateway.connections;

import static io.switchboard.gateway.WhatsAppJson.messages;
import static io.switchboard.gateway.WhatsAppJson.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.canonical.TenantId;
import io.switchboard.connector.Secret;
import io.switchboard.gateway.Hub;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Secrets are sealed, bound to where they belong, and rotate without refusing anybody. */
class SecretsAtRestTest {

    @Test
    void no_secret_is_readable_in_the_database() {
        Hub.whatsApp("sealed");

        var sealed = Hub.bean(JdbcTemplate.class).queryForList("select sealed from connection_secret", byte[].class);

        assertThat(sealed)
                .isNotEmpty()
                .allSatisfy(bytes -> assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                        .doesNotContain(Hub.SECRET));
    }

    @Test
    void a_sealed_secret_does_not_open_for_another_connection() {
        var seal = Hub.bean(SecretSeal.class);
        var sealed = seal.close(Secret.of("mine"), "tenant-a/connection/app_secret");

        assertThat(seal.open(sealed, "tenant-a/connection/app_secret").reveal()).isEqualTo("mine");
        assertThatThrownBy(() -> seal.open(sealed, "tenant-b/connection/app_secret"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("mine");
    }

    @Test
    void the_former_secret_is_believed_after_a_rotation() {
        var connection = Hub.whatsApp("rotated");
        var provisioning = Hub.bean(ConnectionProvisioning.class);

        provisioning.connect(
                new TenantId("test"),
                "whatsapp",
                "rotated",
                connection.account(),
                Map.of(),
                Map.of("app_secret", Secret.of("the-next-one")));
        provisioning.publish();

        assertThat(Hub.bean(ConnectionRegistry.class)
                        .find(connection.id())
                        .orElseThrow()
                        .secrets()
                        .accepted("app_secret"))
                .extracting(Secret::reveal)
                .isEqualTo(List.of("the-next-one", Hub.SECRET));
        var signedWithTheFormer =
                Hub.whatsApp(connection, messages("1", text("wamid.r", "15550130", 1_767_268_800L, "hi")));
        assertThat(signedWithTheFormer.statusCode()).isEqualTo(200);
    }

    @Test
    void what_the_connector_does_not_declare_is_refused_by_name() {
        var provisioning = Hub.bean(ConnectionProvisioning.class);

        assertThatThrownBy(() -> provisioning.connect(
                        new TenantId("test"), "whatsapp", "typo", "1", Map.of("grpah_url", "x"), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("whatsapp declares no setting grpah_url");
    }
}
