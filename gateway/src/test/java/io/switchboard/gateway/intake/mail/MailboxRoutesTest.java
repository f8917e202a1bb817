package io.switchboard.gateway.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.connector.Headers;
import io.switchboard.gateway.connections.Connection;
import io.switchboard.gateway.ports.RawServer;
import io.switchboard.gateway.ports.TestTls;
import jakarta.mail.Flags.Flag;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class MailboxRoutesTest {

    private static final Duration NEVER = Duration.ofMinutes(10);
    private static final Duration SOON = Duration.ofMillis(200);
    private static final String MAIL = "From: anna@example.org\r\nSubject: hello\r\n\r\nWhere is my order?\r\n";

    private final MailEdge edge = new MailEdge();
    private final ImapServer server = new ImapServer();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private MailboxRoutes routes = new MailboxRoutes(bounds(NEVER), edge.connections, camel);

    /** The server's threads end with an exception when a client hangs up while it idles. */
    @BeforeAll
    static void do_not_mind_the_servers_threads() {
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    @AfterAll
    static void mind_again() {
        Awaitility.catchUncaughtExceptionsByDefault();
    }

    @BeforeEach
    void users() {
        server.user("shop", "imap-secret");
        server.user("other", "imap-secret");
    }

    @AfterEach
    void stop() throws IOException {
        routes.close();
        camel.close();
        server.close();
    }

    // ---------------------------------------------------------------- taking mail

    @Test
    void a_mail_is_journaled_byte_for_byte_as_the_server_has_it() throws Exception {
        server.deliver("shop", "Subject: hi\r\nX-Odd:   folded\r\n\t value \r\n\r\nbody \u00e9\r\n.\r\n\r\n");
        edge.registry.add(mailbox("shop"));
        run(NEVER);

        await().until(() -> !edge.journal.entries().isEmpty());

        var delivery = edge.journal.entries().getFirst().delivery();
        assertThat(delivery.body().bytes()).isEqualTo(RawImapClient.fetch(server.port(), "shop", "imap-secret", 1));
        assertThat(delivery.body().asText()).contains("X-Odd:   folded\r\n\t value ");
        assertThat(delivery.method()).isEqualTo("IMAP");
        assertThat(delivery.target()).isEqualTo("imap:");
        assertThat(delivery.headers()).isEqualTo(Headers.of(Map.of("content-type", List.of("message/rfc822"))));
        assertThat(edge.journal.entries().getFirst().connection().name()).isEqualTo("shop");
        assertThat(edge.received).containsExactly(delivery.id());
        await().until(() -> edge.counted("switchboard.deliveries.received", "connector", "email", "way", "imap") == 1);
    }

    @Test
    void a_mail_is_marked_seen_after_it_is_in_the_journal_and_not_before() throws Exception {
        var seenWhileAppending = new AtomicLong(-1);
        edge.journal.watchedBy(delivery -> seenWhileAppending.set(server.seen("shop")));
        server.deliver("shop", MAIL);
        edge.registry.add(mailbox("shop"));
        run(NEVER);

        await().until(() -> server.seen("shop") == 1);

        assertThat(edge.journal.entries()).hasSize(1);
        assertThat(seenWhileAppending.get()).isZero();
    }

    @Test
    void a_mail_that_cannot_be_stored_stays_unseen_and_is_taken_once_later() throws Exception {
        edge.journal.goAway();
        server.deliver("shop", MAIL);
        server.deliver("shop", MAIL.replace("hello", "second"));
        edge.registry.add(mailbox("shop"));
        run(SOON);

        await().until(() -> edge.journal.refused().size() >= 2);
        assertThat(edge.journal.refused())
                .as("a look ends at the first mail that is not stored")
                .allSatisfy(refused -> assertThat(refused.body().asText()).contains("hello"));
        assertThat(server.seen("shop")).isZero();
        await().until(() -> up("shop") == 0);
        edge.journal.comeBack();

        await().until(() -> server.seen("shop") == 2);
        await().until(() -> up("shop") == 1);
        assertThat(edge.journal.entries())
                .extracting(entry -> entry.delivery().body().asText().contains("second"))
                .containsExactly(false, true);
    }

    @Test
    void what_was_seen_before_is_left_alone() throws Exception {
        server.deliver("shop", MAIL);
        server.mark("shop", 0, Flag.SEEN);
        server.deliver("shop", MAIL.replace("hello", "new"));
        edge.registry.add(mailbox("shop"));
        run(NEVER);

        await().until(() -> server.seen("shop") == 2);

        assertThat(edge.journal.entries()).hasSize(1);
        assertThat(edge.journal.entries().getFirst().delivery().body().asText()).contains("Subject: new");
    }

    @Test
    void nothing_is_deleted_not_even_what_its_owner_marked() throws Exception {
        server.deliver("shop", MAIL);
        server.mark("shop", 0, Flag.DELETED);
        server.deliver("shop", MAIL);
        edge.registry.add(mailbox("shop"));
        run(SOON);
        await().until(() -> server.has("shop", 1, Flag.SEEN));

        routes.close();
        camel.stop();

        assertThat(server.messages("shop")).hasSize(2);
        assertThat(server.has("shop", 0, Flag.DELETED)).isTrue();
        assertThat(server.has("shop", 0, Flag.SEEN)).isFalse();
    }

    @Test
    void more_mails_than_a_batch_are_all_taken_at_once() throws Exception {
        for (var number = 0; number < 12; number++) {
            server.deliver("shop", MAIL.replace("hello", "number " + number));
        }
        edge.registry.add(mailbox("shop"));
        run(NEVER);

        await().until(() -> server.seen("shop") == 12);

        assertThat(edge.journal.entries()).hasSize(12);
    }

    @Test
    void a_mail_that_is_too_large_is_flagged_and_passed_over() throws Exception {
        server.deliver("shop", MAIL + "x".repeat(1 << 20));
        server.deliver("shop", MAIL);
        edge.registry.add(mailbox("shop"));
        run(NEVER);

        await().until(() -> server.seen("shop") == 2);

        assertThat(server.has("shop", 0, Flag.FLAGGED)).isTrue();
        assertThat(server.has("shop", 1, Flag.FLAGGED)).isFalse();
        assertThat(edge.journal.entries()).hasSize(1);
        assertThat(edge.counted("switchboard.deliveries.rejected", "connector", "email", "reason", "too_large"))
                .isEqualTo(1);
    }

    @Test
    void mails_wait_where_they_are_while_there_is_no_memory_for_them() throws Exception {
        var share = edge.memory.share();
        assertThat(share.grow(2 << 20)).isTrue();
        server.deliver("shop", MAIL);
        edge.registry.add(mailbox("shop"));
        run(SOON);
        await().until(() -> up("shop") == 0);

        share.close();

        await().until(() -> server.seen("shop") == 1);
        assertThat(edge.journal.entries()).hasSize(1);
    }

    @Test
    void another_folder_can_be_polled() throws Exception {
        server.deliverTo("Support & more", "shop", MAIL);
        edge.registry.add(mailbox("shop", Map.of("imap_folder", "Support & more")));
        run(NEVER);

        await().until(() -> edge.journal.entries().size() == 1);
    }

    // ---------------------------------------------------------------- promptness

    @Test
    void idle_wakes_the_poll_within_two_seconds() throws Exception {
        edge.registry.add(mailbox("shop"));
        run(NEVER);
        await().until(() -> up("shop") == 1);
        server.deliver("shop", MAIL);
        await().until(() -> edge.journal.entries().size() == 1);

        server.deliver("shop", MAIL.replace("hello", "again"));

        await().atMost(Duration.ofSeconds(2)).until(() -> edge.journal.entries().size() == 2);
        await().until(() -> server.seen("shop") == 2);
    }

    @Test
    void the_watch_finds_its_way_back_to_a_server_that_was_away() throws Exception {
        edge.registry.add(mailbox("shop"));
        run(NEVER);
        await().until(() -> up("shop") == 1);

        server.stop();
        server.startAgain();
        server.user("shop", "imap-secret");
        server.deliver("shop", MAIL);

        await().until(() -> server.seen("shop") == 1);
        assertThat(edge.journal.entries()).hasSize(1);
    }

    @Test
    void idle_is_said_again_before_the_server_loses_patience() throws Exception {
        try (var scripted = new ScriptedImap("IDLE")) {
            edge.registry.add(mailbox("shop", Map.of("imap_port", Integer.toString(scripted.port()))));
            run(NEVER);

            await().until(() -> scripted.count("IDLE") >= 3);

            assertThat(scripted.count("DONE")).isGreaterThanOrEqualTo(2);
            assertThat(scripted.connections()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void a_server_without_idle_is_polled() throws Exception {
        try (var scripted = new ScriptedImap("UIDPLUS")) {
            edge.registry.add(mailbox("shop", Map.of("imap_port", Integer.toString(scripted.port()))));
            run(SOON);

            await().until(() -> scripted.count("SELECT") >= 3);

            assertThat(scripted.commands()).doesNotContain("IDLE", "EXPUNGE");
            assertThat(scripted.connections()).isLessThanOrEqualTo(2);
        }
    }

    // ---------------------------------------------------------------- trouble

    @Test
    void a_mailbox_whose_server_is_away_does_not_hold_up_another() throws Exception {
        var nobody = Integer.toString(RawServer.closedPort());
        edge.registry.add(mailbox("other", Map.of("imap_port", nobody)));
        edge.registry.add(mailbox("shop"));
        server.deliver("shop", MAIL);
        run(SOON);

        await().until(() -> server.seen("shop") == 1);

        await().until(() -> up("shop") == 1);
        await().until(() -> up("other") == 0);
    }

    @Test
    void a_mailbox_whose_server_is_silent_does_not_hold_up_another_nor_the_stop() throws Exception {
        var over = new CountDownLatch(1);
        try (var silent = RawServer.start(client -> over.await())) {
            edge.registry.add(mailbox("other", Map.of("imap_port", Integer.toString(silent.port()))));
            edge.registry.add(mailbox("shop"));
            server.deliver("shop", MAIL);
            run(SOON);
            await().until(() -> server.seen("shop") == 1);
            assertThat(silent.connections()).isPositive();

            edge.registry.removeIf(connection -> connection.ref().name().equals("other"));
            await().atMost(Duration.ofSeconds(8)).until(() -> camel.getRoutesSize() == 1);

            server.deliver("shop", MAIL);
            await().until(() -> server.seen("shop") == 2);
            over.countDown();
        }
    }

    @Test
    void a_wrong_password_is_reported_and_the_right_one_needs_no_restart() throws Exception {
        server.deliver("shop", MAIL);
        edge.registry.add(mailbox("shop", Map.of(), "wrong"));
        run(SOON);
        await().until(() -> up("shop") == 0);
        assertThat(server.seen("shop")).isZero();

        edge.registry.set(0, mailbox("shop"));

        await().until(() -> up("shop") == 1);
        await().until(() -> server.seen("shop") == 1);
        assertThat(edge.journal.entries()).hasSize(1);
    }

    @Test
    void a_refused_login_is_not_repeated_before_its_pause_is_over() throws Exception {
        try (var scripted = new ScriptedImap("IDLE").refusing("LOGIN")) {
            edge.registry.add(mailbox("shop", Map.of("imap_port", Integer.toString(scripted.port()))));
            run(SOON);
            await().until(() -> scripted.count("LOGIN") > 0);

            // The poll and the watch may both have been at the door the first time.
            await().during(Duration.ofSeconds(1)).until(() -> scripted.count("LOGIN") <= 2);
            var before = scripted.count("LOGIN");
            edge.clock.pass(Duration.ofMinutes(6));

            await().until(() -> scripted.count("LOGIN") > before);
        }
    }

    @Test
    void a_folder_that_is_not_there_is_reported() throws Exception {
        edge.registry.add(mailbox("shop", Map.of("imap_folder", "Nowhere")));
        edge.registry.add(mailbox("other"));
        run(SOON);

        await().until(() -> up("other") == 1);
        await().until(() -> up("shop") == 0);
    }

    @Test
    void settings_that_make_no_sense_do_not_hold_up_another() throws Exception {
        edge.registry.add(mailbox("other", Map.of("imap_port", "many")));
        edge.registry.add(mailbox("shop"));
        run(SOON);

        await().until(() -> up("shop") == 1);
        assertThat(camel.getRoutesSize()).isEqualTo(1);
    }

    // ---------------------------------------------------------------- coming and going

    @Test
    void mailboxes_come_change_and_go_while_running() throws Exception {
        run(NEVER);
        assertThat(camel.getRoutesSize()).isZero();

        edge.registry.add(mailbox("shop"));
        server.deliver("shop", MAIL);
        await().until(() -> server.seen("shop") == 1);

        edge.registry.set(0, mailbox("shop", Map.of("imap_user", "other")));
        server.deliver("other", MAIL);
        await().until(() -> server.seen("other") == 1);
        assertThat(camel.getRoutesSize()).isEqualTo(1);

        edge.registry.clear();
        await().until(() -> camel.getRoutesSize() == 0);
        assertThat(edge.meters.find("switchboard.mailbox.up").gauge()).isNull();
        assertThat(camel.getEndpoints()).isEmpty();
    }

    @Test
    void connections_without_a_mailbox_or_of_another_kind_have_no_route() throws Exception {
        edge.registry.add(MailEdge.connection("email", "hook", "hook@shop.example", Map.of("imap_host", " ")));
        edge.registry.add(MailEdge.connection("sms", "text", "text@shop.example", Map.of("imap_host", "127.0.0.1")));
        edge.registry.add(mailbox("shop"));
        run(SOON);

        await().until(() -> up("shop") == 1);
        assertThat(camel.getRoutesSize()).isEqualTo(1);
    }

    // ---------------------------------------------------------------- TLS

    @Test
    void a_mailbox_is_read_over_tls() throws Exception {
        server.deliver("shop", MAIL);
        try (var front = new TlsFront(TestTls.localhost(), server.port())) {
            edge.registry.add(tlsMailbox("localhost", front.port()));
            run(SOON, TestTls.localhost().trusting());

            await().until(() -> server.seen("shop") == 1);
        }
    }

    @Test
    void a_certificate_for_another_name_is_not_believed() throws Exception {
        server.deliver("shop", MAIL);
        try (var front = new TlsFront(TestTls.localhost(), server.port())) {
            edge.registry.add(tlsMailbox("127.0.0.1", front.port()));
            edge.registry.add(mailbox("other"));
            run(SOON, TestTls.localhost().trusting());

            await().until(() -> up("other") == 1);
            await().until(() -> up("shop") == 0);
            assertThat(server.seen("shop")).isZero();
        }
    }

    @Test
    void a_server_that_must_offer_starttls_and_does_not_gets_no_password() throws Exception {
        try (var scripted = new ScriptedImap("IDLE")) {
            edge.registry.add(mailbox(
                    "shop", Map.of("imap_port", Integer.toString(scripted.port()), "imap_security", "starttls")));
            run(SOON);

            await().until(() -> scripted.count("CAPABILITY") >= 2);

            assertThat(scripted.commands()).doesNotContain("LOGIN", "AUTHENTICATE");
            await().until(() -> up("shop") == 0);
        }
    }

    private void run(Duration pollInterval) throws Exception {
        run(pollInterval, SSLContext.getDefault());
    }

    private void run(Duration pollInterval, SSLContext tls) throws Exception {
        var bounds = bounds(pollInterval);
        var sessions = new MailboxSessions(bounds, tls);
        camel.addComponent(
                "mailbox", new MailboxComponent(bounds, edge.connections, sessions, edge.meters, edge.clock));
        camel.addRoutes(new MailboxRoute(new MailboxIntake(edge.connections, edge.intake, edge.memory, bounds)));
        camel.start();
        routes = new MailboxRoutes(bounds, edge.connections, camel);
        routes.start();
    }

    private static MailIntakeProperties.Imap bounds(Duration pollInterval) {
        return new MailIntakeProperties.Imap(
                true,
                pollInterval,
                5,
                DataSize.ofMegabytes(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(20),
                Duration.ofMillis(1500),
                Duration.ofSeconds(2),
                Duration.ofMinutes(5),
                Duration.ofMillis(100));
    }

    /** 1, 0, or not a number while nobody knows. */
    private double up(String name) {
        var gauge = edge.meters
                .find("switchboard.mailbox.up")
                .tag("connection", name)
                .gauge();
        return gauge == null ? Double.NaN : gauge.value();
    }

    private Connection mailbox(String name) {
        return mailbox(name, Map.of());
    }

    private Connection mailbox(String name, Map<String, String> more) {
        return mailbox(name, more, "imap-secret");
    }

    private Connection mailbox(String name, Map<String, String> more, String password) {
        var settings = new HashMap<>(Map.of(
                "imap_host",
                "127.0.0.1",
                "imap_port",
                Integer.toString(server.port()),
                "imap_security",
                "none",
                "imap_user",
                name));
        settings.putAll(more);
        return MailEdge.connection("email", name, name + "@shop.example", settings, password);
    }

    private Connection tlsMailbox(String host, int port) {
        return mailbox("shop", Map.of("imap_host", host, "imap_port", Integer.toString(port), "imap_security", "tls"));
    }
}
