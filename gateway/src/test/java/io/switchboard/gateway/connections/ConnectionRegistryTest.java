package io.switchboard.gateway.connections;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.canonical.HealthState;
import io.switchboard.connector.Secret;
import io.switchboard.gateway.Hub;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A look at PostgreSQL costs what changed. */
class ConnectionRegistryTest {

    private final AtomicInteger opened = new AtomicInteger();
    private final ConnectionStore store;

    ConnectionRegistryTest() throws GeneralSecurityException, IOException {
        store = new ConnectionStore(
                Hub.bean(JdbcClient.class), new CountingSeal(), Hub.bean(ObjectMapper.class), Hub.bean(Clock.class));
    }

    @Test
    void only_the_secrets_of_what_changed_are_opened() {
        var quiet = Hub.whatsApp("registry-quiet");
        var changed = Hub.whatsApp("registry-changed");
        var registry = new ConnectionRegistry(store);
        assertThat(opened.getAndSet(0)).isGreaterThanOrEqualTo(6);

        registry.refresh();
        assertThat(opened).hasValue(0);

        Hub.bean(ConnectionStore.class).rotate(changed, "app_secret", Secret.of("another"));
        registry.refresh();

        assertThat(opened.get()).isEqualTo(4);
        assertThat(registry.find(changed.id()).orElseThrow().secrets().accepted("app_secret"))
                .extracting(Secret::reveal)
                .containsExactly("another", Hub.SECRET);
        assertThat(registry.find("whatsapp/registry-quiet").orElseThrow().ref()).isEqualTo(quiet);
    }

    @Test
    void a_new_name_leads_to_the_connection_and_the_former_no_longer_does() {
        Hub.connect("whatsapp", "registry-former", "pn-renamed", Map.of(), "app_secret");
        var registry = new ConnectionRegistry(store);

        var renamed = Hub.connect("whatsapp", "registry-renamed", "pn-renamed", Map.of(), "app_secret");
        registry.refresh();

        assertThat(registry.find("whatsapp/registry-renamed").orElseThrow().ref())
                .isEqualTo(renamed);
        assertThat(registry.find("whatsapp/registry-former")).isEmpty();
    }

    @Test
    void a_change_that_is_committed_after_later_ones_is_seen() {
        var late = Hub.whatsApp("registry-late");
        var other = Hub.whatsApp("registry-other");
        var registry = new ConnectionRegistry(store);
        var jdbc = Hub.bean(JdbcTemplate.class);

        var number = jdbc.queryForObject("select nextval('connection_version')", Long.class);
        Hub.bean(ConnectionStore.class).health(other.id(), HealthState.ACTION_REQUIRED, "later");
        registry.refresh();
        jdbc.update(
                "update connection set health = 'action_required', version = ? where connection_id = ?",
                number,
                late.id().value());
        registry.refresh();

        assertThat(registry.find(late.id()).orElseThrow().health()).isEqualTo(HealthState.ACTION_REQUIRED);
    }

    @Test
    void a_removed_connection_is_gone_after_everything_was_compared() {
        var removed = Hub.whatsApp("registry-removed");
        var registry = new ConnectionRegistry(store);
        Hub.bean(JdbcTemplate.class)
                .update(
                        "delete from connection where connection_id = ?",
                        removed.id().value());

        registry.reconcile();

        assertThat(registry.find(removed.id())).isEmpty();
        assertThat(registry.find("whatsapp/registry-removed")).isEmpty();
    }

    private final class CountingSeal extends SecretSeal {

        private CountingSeal() throws GeneralSecurityException, IOException {
            super(Hub.bean(ConnectionsProperties.class));
        }

        @Override
        Secret open(byte[] sealed, String context) {
            opened.incrementAndGet();
            return super.open(sealed, context);
        }
    }
}
