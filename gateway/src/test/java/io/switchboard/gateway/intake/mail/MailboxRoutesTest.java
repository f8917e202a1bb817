package io.switchboard.gateway.intake.mail;

import static io.switchboard.gateway.intake.mail.MailboxLab.MAIL;
import static io.switchboard.gateway.intake.mail.MailboxLab.NEVER;
import static io.switchboard.gateway.intake.mail.MailboxLab.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.gateway.connections.Connection;
import io.switchboard.gateway.ports.RawServer;
import io.switchboard.gateway.ports.TestTls;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** When mailboxes are read, and what becomes of them in trouble. */
class MailboxRoutesTest {

    private final MailboxLab lab = new MailboxLab();
    private final MailEdge edge = lab.edge;
    private final ImapServer server = lab.server;

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
    }

    // ---------------------------------------------------------------- promptness

    @Test
    void a_mail_is_taken_within_two_seconds() throws Exception {
        lab.watch();
        server.deliver("shop", MAIL);
        await().until(() -> lab.taken() == 1);

        server.deliver("shop", MAIL.replace("hello", "again"));

        await().atMost(Duration.ofSeconds(2)).until(() -> lab.taken() == 2);
        assertThat(lab.subjects()).containsExactly("hello", "again");
    }

    @Test
    void a_mailbox_finds_its_way_back_to_a_server_that_was_away() throws Exception {
        lab.watch();

        server.stop();
        server.startAgain();
        server.user("shop", "imap-secret");
        server.deliver("shop", MAIL);

        await().until(() -> lab.taken() == 1);
        await().until(() -> lab.up("shop") == 1);
    }

    @Test
    void idle_is_said_again_before_the_server_loses_patience() throws Exception {
        try (var scripted = new ScriptedImap("IDLE")) {
            edge.registry.add(lab.mailbox("shop", Map.of("imap_port", Integer.toString(scripted.port()))));
            lab.run(NEVER);

            await().until(() -> scripted.count("IDLE") >= 3);

            assertThat(scripted.count("DONE")).isGreaterThanOrEqualTo(2);
            assertThat(scripted.connections()).isEqualTo(1);
        }
    }

    @Test
    void a_server_without_idle_is_polled() throws Exception {
        try (var scripted = new ScriptedImap("UIDPLUS")) {
            edge.registry.add(lab.mailbox("shop", Map.of("imap_port", Integer.toString(scripted.port()))));
            lab.run(SOON);

            await().until(() -> scripted.count("NOOP") >= 3);

            assertThat(scripted.commands()).doesNotContain("IDLE", "EXPUNGE");
            assertThat(scripted.connections()).isEqualTo(1);
        }
    }

    @Test
    void mailboxes_beyond_the_lasting_connections_are_visited_in_turn() throws Exception {
        edge.registry.add(lab.mailbox("shop"));
        edge.registry.add(lab.mailbox("other"));
        lab.run(MailboxLab.bounds(SOON, 1), SSLContext.getDefault());
        await().until(() -> lab.up("shop") == 1 && lab.up("other") == 1);

        server.deliver("shop", MAIL);
        server.deliver("other", MAIL);

        await().until(() -> lab.taken() == 2);
    }

    // ---------------------------------------------------------------- trouble

    @Test
    void a_mailbox_whose_server_is_away_does_not_hold_up_another() throws Exception {
        var nobody = Integer.toString(RawServer.closedPort());
        edge.registry.add(lab.mailbox("other", Map.of("imap_port", nobody)));
        lab.watch();

        server.deliver("shop", MAIL);

        await().until(() -> lab.taken() == 1);
        await().until(() -> lab.up("other") == 0);
    }

    @Test
    void a_mailbox_whose_server_is_silent_does_not_hold_up_another_nor_the_stop() throws Exception {
        var over = new CountDownLatch(1);
        try (var silent = RawServer.start(client -> over.await())) {
            edge.registry.add(lab.mailbox("other", Map.of("imap_port", Integer.toString(silent.port()))));
            lab.watch();
            assertThat(silent.connections()).isPositive();

            edge.registry.removeIf(connection -> connection.ref().name().equals("other"));
            await().atMost(Duration.ofSeconds(8)).until(() -> lab.camel().getRoutesSize() == 1);

            server.deliver("shop", MAIL);
            await().until(() -> lab.taken() == 1);
            over.countDown();
        }
    }

    @Test
    void many_mailboxes_say_goodbye_together() throws Exception {
        try (var slow = new ScriptedImap("IDLE").slowly(Duration.ofMillis(300))) {
            for (var number = 0; number < 20; number++) {
                edge.registry.add(lab.mailbox("m" + number, Map.of("imap_port", Integer.toString(slow.port()))));
            }
            lab.run(NEVER);
            await().atMost(Duration.ofSeconds(30)).until(() -> slow.count("IDLE") >= 20);

            var begun = System.nanoTime();
            lab.stop();

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
            assertThat(slow.count("LOGOUT")).isEqualTo(20);
        }
    }

    @Test
    void a_wrong_password_is_reported_and_the_right_one_needs_no_restart() throws Exception {
        edge.registry.add(lab.mailbox("shop", Map.of(), "wrong"));
        lab.run(SOON);
        await().until(() -> lab.up("shop") == 0);

        edge.registry.set(0, lab.mailbox("shop"));

        await().until(() -> lab.up("shop") == 1);
    }

    @Test
    void a_refused_login_is_not_repeated_before_its_pause_is_over() throws Exception {
        try (var scripted = new ScriptedImap("IDLE").refusing("LOGIN")) {
            edge.registry.add(lab.mailbox("shop", Map.of("imap_port", Integer.toString(scripted.port()))));
            lab.run(SOON);
            await().until(() -> scripted.count("LOGIN") > 0);

            await().during(Duration.ofSeconds(2)).until(() -> scripted.count("LOGIN") == 1);
            edge.clock.pass(Duration.ofMinutes(6));

            await().until(() -> scripted.count("LOGIN") > 1);
        }
    }

    @Test
    void a_folder_that_is_not_there_is_reported() throws Exception {
        edge.registry.add(lab.mailbox("shop", Map.of("imap_folder", "Nowhere")));
        edge.registry.add(lab.mailbox("other"));
        lab.run(SOON);

        await().until(() -> lab.up("other") == 1);
        await().until(() -> lab.up("shop") == 0);
    }

    @Test
    void settings_that_make_no_sense_do_not_hold_up_another() throws Exception {
        edge.registry.add(lab.mailbox("other", Map.of("imap_port", "many")));
        edge.registry.add(lab.mailbox("shop"));
        lab.run(SOON);

        await().until(() -> lab.up("shop") == 1);
        assertThat(lab.camel().getRoutesSize()).isEqualTo(1);
    }

    // ---------------------------------------------------------------- coming and going

    @Test
    void mailboxes_come_change_and_go_while_running() throws Exception {
        lab.run(NEVER);
        assertThat(lab.camel().getRoutesSize()).isZero();

        edge.registry.add(lab.mailbox("shop"));
        await().until(() -> lab.up("shop") == 1);
        server.deliver("shop", MAIL);
        await().until(() -> lab.taken() == 1);

        edge.registry.set(0, lab.mailbox("shop", Map.of("imap_user", "other")));
        server.deliver("other", MAIL);
        await().until(() -> lab.taken() == 2);
        assertThat(lab.camel().getRoutesSize()).isEqualTo(1);

        edge.registry.clear();
        await().until(() -> lab.camel().getRoutesSize() == 0);
        assertThat(edge.meters.find("switchboard.mailbox.up").gauge()).isNull();
        assertThat(lab.camel().getEndpoints()).isEmpty();
    }

    @Test
    void connections_without_a_mailbox_or_of_another_kind_have_no_route() throws Exception {
        edge.registry.add(MailEdge.connection("email", "hook", "hook@shop.example", Map.of("imap_host", " ")));
        edge.registry.add(MailEdge.connection("sms", "text", "text@shop.example", Map.of("imap_host", "127.0.0.1")));
        edge.registry.add(lab.mailbox("shop"));
        lab.run(SOON);

        await().until(() -> lab.up("shop") == 1);
        assertThat(lab.camel().getRoutesSize()).isEqualTo(1);
    }

    // ---------------------------------------------------------------- TLS

    @Test
    void a_mailbox_is_read_over_tls() throws Exception {
        try (var front = new TlsFront(TestTls.localhost(), server.port())) {
            edge.registry.add(tlsMailbox("localhost", front.port()));
            lab.run(NEVER, TestTls.localhost().trusting());
            await().until(() -> lab.up("shop") == 1);

            server.deliver("shop", MAIL);

            await().until(() -> lab.taken() == 1);
        }
    }

    @Test
    void a_certificate_for_another_name_is_not_believed() throws Exception {
        try (var front = new TlsFront(TestTls.localhost(), server.port())) {
            edge.registry.add(tlsMailbox("127.0.0.1", front.port()));
            edge.registry.add(lab.mailbox("other"));
            lab.run(SOON, TestTls.localhost().trusting());

            await().until(() -> lab.up("other") == 1);
            await().until(() -> lab.up("shop") == 0);
        }
    }

    @Test
    void a_server_that_must_offer_starttls_and_does_not_gets_no_password() throws Exception {
        try (var scripted = new ScriptedImap("IDLE")) {
            edge.registry.add(lab.mailbox(
                    "shop", Map.of("imap_port", Integer.toString(scripted.port()), "imap_security", "starttls")));
            lab.run(SOON);

            await().until(() -> scripted.count("CAPABILITY") >= 2);

            assertThat(scripted.commands()).doesNotContain("LOGIN", "AUTHENTICATE");
            await().until(() -> lab.up("shop") == 0);
        }
    }

    private Connection tlsMailbox(String host, int port) {
        return lab.mailbox(
                "shop", Map.of("imap_host", host, "imap_port", Integer.toString(port), "imap_security", "tls"));
    }
}
