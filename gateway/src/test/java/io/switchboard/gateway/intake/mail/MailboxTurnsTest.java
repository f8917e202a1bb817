package io.switchboard.gateway.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.switchboard.gateway.Hub;
import io.switchboard.gateway.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several processes, one PostgreSQL: a mailbox is read by one of them, and so is its history. */
class MailboxTurnsTest {

    private static final Duration A_WHILE = Duration.ofMillis(1500);

    /** So that the gateway around the processes here, which has another clock, takes no import from them. */
    private static final SettableClock LATER = new SettableClock(Instant.parse("2099-01-01T00:00:00Z"));

    private final JdbcClient jdbc = JdbcClient.create(Hub.bean(DataSource.class));
    private final MailboxLab lab = new MailboxLab();
    private final MailIntakeProperties.Imap bounds = MailboxLab.bounds(MailboxLab.NEVER, 10);
    private final MailProcess first = process();
    private final MailProcess second = process();

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
        struckOff(first);
        struckOff(second);
    }

    @Test
    void one_of_two_processes_reads_a_mailbox() throws Exception {
        connect("turn-one");
        try (var one = reading(first);
                var other = reading(second)) {
            await().until(() -> lab.up("turn-one") == 1);

            lab.server.deliver("turn-one", MailboxLab.MAIL);

            await().until(() -> lab.taken() == 1);
            await().during(A_WHILE).until(() -> lab.taken() == 1);
            assertThat(one.camel().getRoutesSize() + other.camel().getRoutesSize())
                    .isEqualTo(1);
        }
    }

    @Test
    void another_process_goes_on_when_the_reader_fell_silent() throws Exception {
        connect("turn-silent");
        var dead = reading(first);
        await().until(() -> lab.up("turn-silent") == 1);
        try (var heir = reading(second)) {
            lab.server.deliver("turn-silent", mail("before"));
            await().until(() -> lab.taken() == 1);
            dead.close();
            lab.server.deliver("turn-silent", mail("meanwhile"));
            await().during(A_WHILE).until(() -> lab.taken() == 1);

            silent(first);
            second.beat();

            await().until(() -> lab.taken() == 2);
            assertThat(heir.camel().getRoutesSize()).isEqualTo(1);
            assertThat(lab.subjects()).containsExactly("before", "meanwhile");
        }
    }

    @Test
    void a_process_that_was_only_suspended_lets_go_of_what_it_lost() throws Exception {
        connect("turn-suspended");
        try (var suspended = reading(first)) {
            await().until(() -> lab.up("turn-suspended") == 1);
            try (var heir = reading(second)) {
                struckOff(first);
                var turns = new MailboxTurnTable(jdbc, second);
                var mailbox = lab.edge.registry.getFirst().ref().id();
                await().until(() -> turns.take(Set.of(mailbox)).contains(mailbox));

                await().until(() -> suspended.camel().getRoutesSize() == 0);
                await().until(() -> heir.camel().getRoutesSize() == 1);
                lab.server.deliver("turn-suspended", MailboxLab.MAIL);

                await().until(() -> lab.taken() == 1);
                await().during(A_WHILE).until(() -> lab.taken() == 1);
            }
        }
    }

    @Test
    void a_process_that_stops_frees_its_mailboxes_at_once() {
        var mailbox = connect("turn-free").connection();
        var ours = new MailboxTurnTable(jdbc, first);
        var theirs = new MailboxTurnTable(jdbc, second);
        first.start();
        assertThat(ours.take(Set.of(mailbox))).containsExactly(mailbox);
        assertThat(theirs.take(Set.of(mailbox))).isEmpty();

        first.stop();

        assertThat(theirs.take(Set.of(mailbox))).containsExactly(mailbox);
    }

    @Test
    void who_lost_a_mailbox_cannot_say_how_far_it_came() throws TakenOverException {
        var mailbox = connect("turn-fenced");
        var ours = new MailboxCursorTable(jdbc, first);
        new MailboxTurnTable(jdbc, first).take(Set.of(mailbox.connection()));
        ours.save(mailbox, MailboxCursor.behind(mailbox, 7, 10, MailEdge.NOW));

        silent(first);
        second.beat();
        new MailboxTurnTable(jdbc, second).take(Set.of(mailbox.connection()));
        var further = MailboxCursor.behind(mailbox, 7, 20, MailEdge.NOW);
        new MailboxCursorTable(jdbc, second).save(mailbox, further);

        assertThatThrownBy(() -> ours.save(mailbox, MailboxCursor.behind(mailbox, 7, 11, MailEdge.NOW)))
                .isInstanceOf(TakenOverException.class);
        assertThat(ours.find(mailbox)).contains(further);
    }

    @Test
    void one_of_two_processes_is_at_an_import() {
        var mailbox = connect("turn-import").connection();
        var ours = new MailImportTable(jdbc, first, LATER);
        var theirs = new MailImportTable(jdbc, second, LATER);
        var id = UUID.randomUUID();
        ours.add(id, mailbox, Instant.EPOCH);
        var begun = claimed(ours, id);

        assertThat(theirs.claim(10, Set.of())).noneMatch(other -> other.id().equals(id));
        silent(first);
        second.beat();
        var takenOver = claimed(theirs, id);

        assertThat(theirs.save(takenOver.at(9, 9, 9))).isTrue();
        assertThat(ours.save(begun.at(1, 1, 1))).isFalse();
        assertThat(ours.done(id)).isFalse();
        ours.release(id);
        ours.trouble(id, "late");
        assertThat(theirs.done(id)).isTrue();
        assertThat(theirs.find(id).orElseThrow().taken()).isEqualTo(9);
    }

    @Test
    void an_import_that_nobody_is_at_any_more_in_its_process_is_begun_again_there() {
        var mailbox = connect("turn-again").connection();
        var ours = new MailImportTable(jdbc, first, LATER);
        var id = UUID.randomUUID();
        ours.add(id, mailbox, Instant.EPOCH);
        claimed(ours, id);

        assertThat(ours.claim(10, Set.of(id))).noneMatch(other -> other.id().equals(id));
        assertThat(ours.claim(10, Set.of())).anyMatch(other -> other.id().equals(id));
        ours.cancel(id);
    }

    private static MailImport claimed(MailImportTable table, UUID id) {
        return table.claim(10, Set.of()).stream()
                .filter(waiting -> waiting.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A mailbox that the processes here read, and not the gateway around them, for which it has no server. */
    private Mailbox connect(String name) {
        var connection = lab.mailbox(name);
        lab.server.user(name, "imap-secret");
        assertThat(Hub.connect("email", name, connection.ref().account(), Map.of())
                        .id())
                .isEqualTo(connection.ref().id());
        lab.edge.registry.add(connection);
        return Mailbox.of(connection.ref()).orElseThrow();
    }

    private MailboxLab.Reading reading(MailProcess process) throws Exception {
        return lab.read(
                bounds,
                SSLContext.getDefault(),
                new MailboxCursorTable(jdbc, process),
                new MailboxTurnTable(jdbc, process));
    }

    private MailProcess process() {
        var process = new MailProcess(UUID.randomUUID(), jdbc, bounds);
        process.beat();
        return process;
    }

    private void silent(MailProcess process) {
        jdbc.sql("update mail_process set seen_at = now() - interval '50 seconds' where process_id = ?")
                .param(process.id())
                .update();
    }

    private void struckOff(MailProcess process) {
        jdbc.sql("delete from mail_process where process_id = ?")
                .param(process.id())
                .update();
    }

    private static String mail(String subject) {
        return MailboxLab.MAIL.replace("hello", subject);
    }
}
