package io.switchboard.gateway.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.gateway.Hub;
import io.switchboard.gateway.SettableClock;
import io.switchboard.gateway.intake.HistoryImports.State;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mails that a server lists and does not hand out: they get five tries and keep nobody else for ever. */
class UnservedMailTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MailboxLab lab = new MailboxLab();

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

    /** The second is what Exchange answers for a mail that it cannot render. */
    @ParameterizedTest
    @ValueSource(strings = {"NO cannot read this one", "BAD Command Error. 12", "OK that is all"})
    void a_mail_that_is_not_served_is_passed_over_after_five_tries(String answer) throws Exception {
        try (var front = new UnservingFront(lab.server.port(), answer, 2)) {
            watch(front);

            deliver("one", "two", "three");

            await().atMost(PATIENCE).until(() -> lab.taken() == 2);
            assertThat(lab.subjects()).containsExactly("one", "three");
            assertThat(front.asked(2)).isEqualTo(5);
            assertThat(unserved()).isEqualTo(1);
            await().until(() -> lab.up("shop") == 1);
        }
    }

    @Test
    void each_of_two_such_mails_gets_its_own_tries() throws Exception {
        try (var front = new UnservingFront(lab.server.port(), "NO cannot read this one", 2, 3)) {
            watch(front);

            deliver("one", "two", "three", "four");

            await().atMost(PATIENCE).until(() -> lab.taken() == 2);
            assertThat(lab.subjects()).containsExactly("one", "four");
            assertThat(front.asked(2)).isEqualTo(5);
            assertThat(front.asked(3)).isEqualTo(5);
            assertThat(unserved()).isEqualTo(2);
        }
    }

    @Test
    void a_mail_that_is_served_at_a_later_try_is_not_passed_over() throws Exception {
        try (var front = new UnservingFront(lab.server.port(), "NO cannot read this one", 1)) {
            watch(front);
            deliver("one", "two");
            await().until(() -> front.asked(1) == 3);

            lab.edge.registry.set(0, lab.mailbox("shop"));

            await().atMost(PATIENCE).until(() -> lab.taken() == 2);
            assertThat(lab.subjects()).containsExactly("one", "two");
            assertThat(unserved()).isZero();
        }
    }

    /** RFC 5530: that is not about the mail. */
    @Test
    void a_server_that_has_no_time_is_asked_on() throws Exception {
        try (var front = new UnservingFront(lab.server.port(), "NO [UNAVAILABLE] come again", 1)) {
            watch(front);
            deliver("one");

            await().atMost(PATIENCE).until(() -> front.asked(1) > 6);

            assertThat(lab.taken()).isZero();
            assertThat(unserved()).isZero();
            assertThat(lab.up("shop")).isZero();
        }
    }

    @Test
    void an_import_passes_over_after_five_tries_too_and_takes_nothing_twice() throws Exception {
        var jdbc = JdbcClient.create(Hub.bean(DataSource.class));
        try (var front = new UnservingFront(lab.server.port(), "NO cannot read this one", 2, 4)) {
            var connection = lab.mailbox("shop", Map.of("imap_port", Integer.toString(front.port())));
            Hub.connect("email", "shop", connection.ref().account(), Map.of());
            lab.edge.registry.add(connection);
            deliver("one", "two", "three", "four", "five");
            var time = new SettableClock(Instant.parse("2099-01-01T00:00:00Z"));
            var bounds = MailboxLab.bounds(MailboxLab.NEVER, 10);
            var process = new MailProcess(UUID.randomUUID(), jdbc, bounds);
            var table = new MailImportTable(jdbc, process, time);
            var sessions = new MailboxSessions(
                    bounds, SSLContext.getDefault(), lab.edge.connections, lab.tokens, lab.edge.clock);
            var readers = new MailboxReaders(bounds, lab.cursors, lab.edge.memory, lab.edge.intake, lab.edge.clock);
            process.beat();
            try (var imports = new MailImports(table, lab.edge.connections, sessions, readers, lab.edge.journal)) {
                var id = imports.start(connection.ref().id(), Instant.EPOCH)
                        .orElseThrow()
                        .id();
                imports.begin();

                await().atMost(PATIENCE).until(() -> {
                    time.pass(Duration.ofSeconds(31));
                    return table.find(id).orElseThrow().state() == State.DONE;
                });

                assertThat(lab.subjects()).containsExactly("one", "three", "five");
                assertThat(front.asked(2)).isEqualTo(5);
                assertThat(front.asked(4)).isEqualTo(5);
                assertThat(unserved()).isEqualTo(2);
                assertThat(table.find(id).orElseThrow().looked()).isEqualTo(5);
                assertThat(table.find(id).orElseThrow().taken()).isEqualTo(3);
            }
        }
    }

    private void watch(UnservingFront front) throws Exception {
        lab.edge.registry.add(lab.mailbox("shop", Map.of("imap_port", Integer.toString(front.port()))));
        lab.run(MailboxLab.NEVER);
        await().until(() -> lab.up("shop") == 1);
    }

    /** All at once, so that they are one page. */
    private void deliver(String... subjects) throws Exception {
        for (var subject : subjects) {
            lab.server.deliver("shop", MailboxLab.MAIL.replace("hello", subject));
        }
    }

    private double unserved() {
        return lab.edge.counted("switchboard.deliveries.rejected", "reason", "unserved");
    }
}
