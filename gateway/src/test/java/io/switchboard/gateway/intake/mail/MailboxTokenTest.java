package io.switchboard.gateway.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.canonical.HealthState;
import io.switchboard.connector.Secret;
import io.switchboard.connector.Secrets;
import io.switchboard.gateway.connections.Connection;
import io.switchboard.gateway.oauth.TokenServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Mailboxes that are opened with an access token, as Gmail and Microsoft 365 want it. */
class MailboxTokenTest {

    private final MailboxLab lab = new MailboxLab();
    private final TokenServer tokenServer = new TokenServer();

    MailboxTokenTest() throws IOException {
        lab.tokens = tokenServer.tokens(lab.edge.clock);
    }

    /** The server's threads end with an exception when a client hangs up while it idles. */
    @BeforeAll
    static void do_not_mind_the_servers_threads() {
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    @AfterAll
    static void mind_again() {
        Awaitility.catchUncaughtExceptionsByDefault();
    }

    @AfterEach
    void stop() throws IOException {
        lab.close();
        tokenServer.close();
    }

    @Test
    void a_mailbox_is_read_with_an_access_token() throws Exception {
        lab.server.user("token-box", "token-1");
        lab.edge.registry.add(mailbox("refresh-1", lab.server.port()));
        lab.run(MailboxLab.NEVER);
        await().until(() -> lab.up("shop") == 1);

        lab.server.deliver("token-box", MailboxLab.MAIL);

        await().until(() -> lab.taken() == 1);
        assertThat(tokenServer.asked()).hasSize(1);
    }

    @Test
    void a_token_that_was_withdrawn_is_exchanged_once() throws Exception {
        lab.server.user("token-box", "token-2");
        lab.edge.registry.add(mailbox("refresh-1", lab.server.port()));
        lab.run(MailboxLab.NEVER);
        await().until(() -> lab.up("shop") == 0);

        tokenServer.grants("token-2", 3600);

        await().until(() -> lab.up("shop") == 1);
        assertThat(tokenServer.asked()).hasSize(2);
    }

    @Test
    void a_consent_that_was_withdrawn_ends_the_attempts() throws Exception {
        tokenServer.says(400, "{\"error\":\"invalid_grant\"}");
        lab.edge.registry.add(mailbox("refresh-1", lab.server.port()));
        lab.run(MailboxLab.SOON);
        await().until(() -> lab.up("shop") == 0);

        await().during(Duration.ofSeconds(3)).until(() -> tokenServer.asked().size() == 1);
        assertThat(tokenServer.health()).hasSize(1);

        tokenServer.grants("token-1", 3600);
        lab.server.user("token-box", "token-1");
        lab.edge.registry.set(0, mailbox("refresh-2", lab.server.port()));
        await().until(() -> lab.up("shop") == 1);
    }

    @Test
    void a_server_that_explains_its_refusal_first_is_understood() throws Exception {
        try (var google = new ScriptedImap("IDLE SASL-IR AUTH=XOAUTH2").explainingRefusals()) {
            lab.edge.registry.add(mailbox("refresh-1", google.port()));
            lab.run(MailboxLab.SOON);

            await().until(() -> google.count("AUTHENTICATE") == 2);
            await().during(Duration.ofSeconds(3)).until(() -> google.count("AUTHENTICATE") == 2);

            assertThat(lab.up("shop")).isZero();
            assertThat(tokenServer.asked())
                    .as("one token, and one exchanged for it")
                    .hasSize(2);
        }
    }

    @Test
    void a_server_that_wants_the_token_in_a_line_of_its_own_gets_it_there() throws Exception {
        try (var patient = new ScriptedImap("IDLE AUTH=XOAUTH2").askingForTokens()) {
            lab.edge.registry.add(mailbox("refresh-1", patient.port()));
            lab.run(MailboxLab.SOON);

            await().until(() -> lab.up("shop") == 1);

            assertThat(patient.token()).isEqualTo("user=token-box\u0001auth=Bearer token-1\u0001\u0001");
        }
    }

    private Connection mailbox(String refreshToken, int port) {
        var ref = lab.mailbox(
                        "shop",
                        Map.of(
                                "imap_auth", "xoauth2",
                                "imap_user", "token-box",
                                "imap_port", Integer.toString(port),
                                "oauth_token_url", tokenServer.url(),
                                "oauth_client_id", "hub"))
                .ref();
        var secrets = Secrets.of(Map.of("oauth_refresh_token", List.of(Secret.of(refreshToken))));
        return new Connection(ref, secrets, HealthState.CONNECTED, "");
    }
}
