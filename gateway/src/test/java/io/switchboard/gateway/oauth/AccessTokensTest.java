package io.switchboard.gateway.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.canonical.ConnectionId;
import io.switchboard.canonical.HealthState;
import io.switchboard.canonical.TenantId;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Secret;
import io.switchboard.connector.Secrets;
import io.switchboard.gateway.SettableClock;
import io.switchboard.gateway.connections.Connection;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensTest {

    private final SettableClock time = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final TokenServer server = new TokenServer();
    private final AccessTokens tokens = server.tokens(time);

    AccessTokensTest() throws IOException {}

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_refresh_token_is_exchanged_for_an_access_token() throws IOException {
        assertThat(tokens.of(connection("refresh/1+")).reveal()).isEqualTo("token-1");

        assertThat(server.asked())
                .containsExactly(
                        "grant_type=refresh_token&refresh_token=refresh%2F1%2B&client_id=hub&client_secret=client%26secret"
                                + "&scope=https%3A%2F%2Fmail.example%2F+offline_access");
    }

    @Test
    void twenty_callers_share_one_question() throws Exception {
        server.thinks(Duration.ofMillis(300));
        var connection = connection("refresh-1");
        var callers = new ArrayList<Callable<String>>();
        for (var caller = 0; caller < 20; caller++) {
            callers.add(() -> tokens.of(connection).reveal());
        }

        List<Future<String>> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(callers);
        }

        for (var answer : answers) {
            assertThat(answer.get()).isEqualTo("token-1");
        }
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void a_token_is_renewed_before_it_expires() throws IOException {
        var connection = connection("refresh-1");
        tokens.of(connection);
        server.grants("token-2", 3600);

        time.pass(Duration.ofMinutes(54));
        assertThat(tokens.of(connection).reveal()).isEqualTo("token-1");
        time.pass(Duration.ofMinutes(2));
        assertThat(tokens.of(connection).reveal()).isEqualTo("token-2");
    }

    @Test
    void while_the_endpoint_is_away_the_old_token_serves_until_it_expires() throws IOException {
        var connection = connection("refresh-1");
        tokens.of(connection);
        server.says(503, "<html>busy</html>");

        time.pass(Duration.ofMinutes(56));
        assertThat(tokens.of(connection).reveal()).isEqualTo("token-1");
        time.pass(Duration.ofMinutes(5));
        assertThatThrownBy(() -> tokens.of(connection))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(TokenRefusedException.class);
        assertThat(server.health()).isEmpty();
    }

    @Test
    void an_endpoint_that_fails_is_not_asked_again_at_once() throws IOException {
        var connection = connection("refresh-1");
        server.says(500, "{\"error\":\"temporarily_unavailable\"}");

        for (var call = 0; call < 10; call++) {
            assertThatThrownBy(() -> tokens.of(connection)).isInstanceOf(IOException.class);
        }
        assertThat(server.asked()).hasSize(1);
        server.grants("token-2", 3600);
        time.pass(Duration.ofSeconds(2));

        assertThat(tokens.of(connection).reveal()).isEqualTo("token-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_grant", "invalid_client", "unauthorized_client"})
    void a_refusal_is_final_told_once_and_heals_with_new_credentials(String error) throws IOException {
        server.says(400, "{\"error\":\"" + error + "\",\"error_description\":\"anna@shop.example withdrew\"}");
        var connection = connection("refresh-1");

        for (var call = 0; call < 10; call++) {
            assertThatThrownBy(() -> tokens.of(connection))
                    .isInstanceOf(TokenRefusedException.class)
                    .hasMessageNotContaining("anna");
        }
        time.pass(Duration.ofDays(3));
        assertThatThrownBy(() -> tokens.of(connection)).isInstanceOf(TokenRefusedException.class);

        assertThat(server.asked()).hasSize(1);
        assertThat(server.health()).hasSize(1).first().asString().startsWith("ACTION_REQUIRED TOKEN_INVALID: ");

        server.grants("token-2", 3600);
        var again = connection("refresh-2", HealthState.ACTION_REQUIRED, "TOKEN_INVALID: as reported");
        assertThat(tokens.of(again).reveal()).isEqualTo("token-2");
        assertThat(server.health()).last().asString().startsWith("CONNECTED");
    }

    @Test
    void a_renewed_refresh_token_is_kept() throws IOException {
        server.says(200, "{\"access_token\":\"token-1\",\"refresh_token\":\"refresh-2\",\"expires_in\":3600}");

        tokens.of(connection("refresh-1"));
        assertThat(server.renewed()).containsExactly("refresh-2");
        time.pass(Duration.ofHours(2));
        tokens.of(connection("refresh-2"));

        assertThat(server.renewed()).containsExactly("refresh-2");
    }

    @Test
    void a_token_that_a_server_does_not_believe_is_exchanged() throws IOException {
        var connection = connection("refresh-1");
        var first = tokens.of(connection);
        server.grants("token-2", 3600);

        tokens.disbelieved(connection, Secret.of("another"));
        assertThat(tokens.of(connection).reveal()).isEqualTo("token-1");
        tokens.disbelieved(connection, first);
        assertThat(tokens.of(connection).reveal()).isEqualTo("token-2");
    }

    @Test
    void a_server_that_believes_nobody_does_not_get_one_token_after_the_other() throws IOException {
        var connection = connection("refresh-1");
        var first = tokens.of(connection);
        server.grants("token-2", 3600);
        assertThat(tokens.disbelieved(connection, first)).isTrue();
        var second = tokens.of(connection);
        assertThat(tokens.disbelieved(connection, first))
                .as("somebody exchanged it already")
                .isTrue();

        assertThat(tokens.disbelieved(connection, second)).isFalse();
        assertThat(tokens.of(connection).reveal()).isEqualTo("token-2");
        time.pass(Duration.ofMinutes(6));

        assertThat(tokens.disbelieved(connection, second)).isTrue();
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void an_address_that_is_not_protected_gets_no_secret() {
        var connection = connection(
                Map.of("oauth_token_url", "http://login.example/token"), "refresh-1", HealthState.CONNECTED, "");

        assertThatThrownBy(() -> tokens.of(connection)).isInstanceOf(TokenRefusedException.class);
    }

    @Test
    void senders_find_the_token_among_the_secrets_of_those_who_have_one() throws IOException {
        var with = connection("refresh-1");
        var without = connection(Map.of(), "refresh-1", HealthState.CONNECTED, "");

        assertThat(tokens.secrets(with).current(AccessTokens.NAME).orElseThrow().reveal())
                .isEqualTo("token-1");
        assertThat(tokens.secrets(with).current("oauth_refresh_token")).isPresent();
        assertThat(tokens.secrets(without)).isSameAs(without.secrets());
    }

    private Connection connection(String refreshToken) {
        return connection(refreshToken, HealthState.CONNECTED, "");
    }

    private Connection connection(String refreshToken, HealthState health, String reason) {
        var settings = Map.of(
                "oauth_token_url", server.url(),
                "oauth_client_id", "hub",
                "oauth_scope", "https://mail.example/ offline_access");
        return connection(settings, refreshToken, health, reason);
    }

    private static Connection connection(
            Map<String, String> settings, String refreshToken, HealthState health, String reason) {
        var tenant = new TenantId("test");
        var account = "support@shop.example";
        var ref = new ConnectionRef(
                tenant, ConnectionId.of(tenant, "email", account), "email", "shop", account, settings);
        var secrets = Secrets.of(Map.of(
                "oauth_refresh_token",
                List.of(Secret.of(refreshToken)),
                "oauth_client_secret",
                List.of(Secret.of("client&secret"))));
        return new Connection(ref, secrets, health, reason);
    }
}
