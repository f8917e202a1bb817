package io.switchboard.gateway.intake.mail;

import static io.switchboard.gateway.intake.mail.MailboxLab.MAIL;
import static io.switchboard.gateway.intake.mail.MailboxLab.NEVER;
import static io.switchboard.gateway.intake.mail.MailboxLab.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.connector.Headers;
import jakarta.mail.Flags.Flag;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which mails of a mailbox are taken: each that comes, once, in order, whatever happens meanwhile. */
class MailboxCursorTest {

    private static final Duration LONG = Duration.ofSeconds(60);

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

    // ---------------------------------------------------------------- what is taken

    @Test
    void a_mail_is_journaled_byte_for_byte_as_the_server_has_it() throws Exception {
        lab.watch();

        server.deliver("shop", "Subject: hi\r\nX-Odd:   folded\r\n\t value \r\n\r\nbody \u00e9\r\n.\r\n\r\n");
        await().until(() -> lab.taken() == 1);

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
    void what_was_there_before_the_first_look_is_left_to_an_import() throws Exception {
        server.deliver("shop", MAIL);
        lab.watch();

        server.deliver("shop", MAIL.replace("hello", "new"));

        await().until(() -> lab.taken() == 1);
        assertThat(lab.subjects()).containsExactly("new");
    }

    @Test
    void what_its_owner_read_first_is_taken_all_the_same() throws Exception {
        lab.watch();
        lab.stop();
        server.deliver("shop", MAIL);
        server.mark("shop", 0, Flag.SEEN);

        lab.run(NEVER);

        await().until(() -> lab.taken() == 1);
    }

    @Test
    void the_mailbox_stays_as_it_is() throws Exception {
        lab.watch();
        server.deliver("shop", MAIL);
        server.deliver("shop", MAIL.replace("hello", "second"));
        server.mark("shop", 0, Flag.DELETED);
        await().until(() -> lab.taken() == 2);

        lab.stop();

        assertThat(server.messages("shop")).hasSize(2);
        assertThat(server.has("shop", 0, Flag.DELETED)).isTrue();
        assertThat(server.seen("shop")).isZero();
    }

    @Test
    void a_mail_is_marked_seen_when_its_owner_wants_that_and_not_before_it_is_in_the_journal() throws Exception {
        var seenWhileAppending = new AtomicLong(-1);
        edge.journal.watchedBy(delivery -> seenWhileAppending.set(server.seen("shop")));
        edge.registry.add(lab.mailbox("shop", Map.of("imap_mark_seen", "true")));
        lab.run(NEVER);
        await().until(() -> lab.up("shop") == 1);

        server.deliver("shop", MAIL);

        await().until(() -> server.seen("shop") == 1);
        assertThat(lab.taken()).isEqualTo(1);
        assertThat(seenWhileAppending.get()).isZero();
    }

    @Test
    void a_mail_that_is_too_large_comes_as_its_beginning() throws Exception {
        lab.watch();
        var size = 1 << 21;
        server.deliver("shop", MAIL + "x".repeat(size));
        server.deliver("shop", MAIL.replace("hello", "small"));

        await().until(() -> lab.taken() == 2);

        var cut = edge.journal.entries().getFirst().delivery();
        assertThat(cut.body().size()).isEqualTo(1 << 20);
        assertThat(cut.body().asText()).startsWith("From: anna@example.org\r\nSubject: hello\r\n");
        assertThat(Integer.parseInt(cut.headers().first("mail-size").orElseThrow()))
                .isGreaterThan(size);
        assertThat(edge.journal.entries().getLast().delivery().headers().first("mail-size"))
                .isEmpty();
    }

    @Test
    void another_folder_can_be_read() throws Exception {
        server.deliverTo("Support & more", "shop", MAIL);
        edge.registry.add(lab.mailbox("shop", Map.of("imap_folder", "Support & more")));
        lab.run(NEVER);
        await().until(() -> lab.up("shop") == 1);

        server.deliverTo("Support & more", "shop", MAIL.replace("hello", "new"));

        await().until(() -> lab.taken() == 1);
        assertThat(lab.subjects()).containsExactly("new");
    }

    // ---------------------------------------------------------------- when we cannot

    @Test
    void a_mail_that_cannot_be_stored_keeps_the_next_and_is_taken_once_later() throws Exception {
        lab.watch();
        edge.journal.goAway();
        server.deliver("shop", MAIL);
        server.deliver("shop", MAIL.replace("hello", "second"));

        await().until(() -> edge.journal.refused().size() >= 2);
        assertThat(edge.journal.refused())
                .as("a look ends at the first mail that is not stored")
                .allSatisfy(refused -> assertThat(refused.body().asText()).contains("hello"));
        await().until(() -> lab.up("shop") == 0);
        edge.journal.comeBack();

        await().until(() -> lab.up("shop") == 1);
        assertThat(lab.subjects()).containsExactly("hello", "second");
    }

    @Test
    void mails_wait_where_they_are_while_there_is_no_memory_for_them() throws Exception {
        lab.watch();
        var share = edge.memory.share();
        assertThat(share.grow(2 << 20)).isTrue();
        server.deliver("shop", MAIL);
        await().until(() -> lab.up("shop") == 0);

        share.close();

        await().until(() -> lab.taken() == 1);
    }

    @Test
    void a_cursor_that_cannot_be_saved_costs_no_mail() throws Exception {
        lab.watch();
        lab.cursors.goAway();
        server.deliver("shop", MAIL);
        await().until(() -> lab.up("shop") == 0);

        lab.cursors.comeBack();

        await().until(() -> lab.up("shop") == 1);
        assertThat(lab.subjects()).isNotEmpty().containsOnly("hello");
    }

    // ---------------------------------------------------------------- absence

    @Test
    void five_hundred_mails_of_an_absence_come_in_once_and_in_order() throws Exception {
        lab.watch();
        server.deliver("shop", MAIL.replace("hello", "0"));
        await().until(() -> lab.taken() == 1);
        lab.stop();
        deliver(1, 500);

        lab.run(NEVER);

        await().atMost(LONG).until(() -> lab.taken() >= 501);
        assertThat(lab.subjects()).isEqualTo(numbers(0, 500));
    }

    @Test
    void a_reader_that_is_killed_again_and_again_loses_none() throws Exception {
        lab.watch();
        lab.stop();
        deliver(1, 60);
        for (var kill = 1; kill <= 5; kill++) {
            var limit = kill * 10;
            lab.run(NEVER);
            await().atMost(LONG).until(() -> lab.taken() >= limit);
            lab.stop();
        }

        lab.run(NEVER);

        await().atMost(LONG).until(() -> lab.taken() >= 60);
        assertThat(lab.subjects()).isEqualTo(numbers(1, 60));
    }

    @Test
    void a_mailbox_that_was_numbered_anew_gives_what_came_meanwhile_once_and_in_order() throws Exception {
        lab.watch();
        server.deliver("shop", MAIL.replace("hello", "0"), MailEdge.NOW);
        await().until(() -> lab.taken() == 1);
        lab.stop();
        edge.clock.pass(Duration.ofDays(3));
        server.rebuild("shop", "imap-secret");
        for (var old = 0; old < 100; old++) {
            server.deliver("shop", MAIL.replace("hello", "old"), MailEdge.NOW.minus(Duration.ofDays(30)));
        }
        for (var number = 1; number <= 500; number++) {
            var arrived = MailEdge.NOW.plus(Duration.ofMinutes(number * 8L));
            server.deliver("shop", MAIL.replace("hello", Integer.toString(number)), arrived);
        }

        lab.run(NEVER);
        await().atMost(LONG).until(() -> lab.taken() >= 501);
        server.deliver("shop", MAIL.replace("hello", "501"), MailEdge.NOW.minus(Duration.ofDays(30)));
        await().until(() -> lab.taken() >= 502);

        assertThat(lab.subjects()).isEqualTo(numbers(0, 501));
    }

    @Test
    void what_came_shortly_before_the_renumbering_is_read_again_for_safety() throws Exception {
        lab.watch();
        server.deliver("shop", MAIL, MailEdge.NOW.minus(Duration.ofHours(23)));
        await().until(() -> lab.taken() == 1);
        lab.stop();
        server.rebuild("shop", "imap-secret");
        server.deliver("shop", MAIL, MailEdge.NOW.minus(Duration.ofHours(23)));

        lab.run(NEVER);

        await().until(() -> lab.taken() == 2);
    }

    @Test
    void another_mailbox_under_the_same_numbers_is_not_taken_for_the_same() throws Exception {
        lab.watch();
        lab.stop();
        server.deliver("other", MAIL, MailEdge.NOW.minus(Duration.ofDays(9)));
        server.deliver("other", MAIL.replace("hello", "new"), MailEdge.NOW);
        edge.registry.set(0, lab.mailbox("shop", Map.of("imap_user", "other")));

        lab.run(NEVER);

        await().until(() -> lab.taken() == 1);
        assertThat(lab.subjects()).containsExactly("new");
    }

    // ---------------------------------------------------------------- its owner at work

    @Test
    void mails_that_were_thrown_away_cost_nothing() throws Exception {
        for (var old = 0; old < 30; old++) {
            server.deliver("shop", MAIL);
        }
        lab.watch();
        lab.stop();
        deliver(1, 40);
        server.expunge(
                "shop",
                IntStream.concat(IntStream.rangeClosed(3, 25), IntStream.of(31, 45, 46, 70))
                        .toArray());

        lab.run(NEVER);

        await().until(() -> lab.taken() >= 36);
        await().until(() -> lab.up("shop") == 1);
        var expected = new java.util.ArrayList<>(numbers(1, 40));
        expected.removeAll(List.of("1", "15", "16", "40"));
        assertThat(lab.subjects()).isEqualTo(expected);
    }

    @Test
    void mails_that_are_thrown_away_while_we_read_move_no_other() throws Exception {
        for (var old = 0; old < 20; old++) {
            server.deliver("shop", MAIL);
        }
        lab.watch();
        lab.stop();
        deliver(1, 40);
        var taken = new AtomicLong();
        edge.journal.watchedBy(delivery -> {
            if (taken.incrementAndGet() % 7 == 0) {
                server.expunge("shop", 1, 2, 3);
            }
        });

        lab.run(NEVER);

        await().until(() -> lab.taken() >= 40);
        assertThat(lab.subjects()).isEqualTo(numbers(1, 40));
    }

    @Test
    void a_mail_between_two_looks_of_the_owner_is_not_overlooked() throws Exception {
        lab.watch();

        deliver(1, 100);

        await().atMost(LONG).until(() -> lab.taken() >= 100);
        assertThat(lab.subjects()).isEqualTo(numbers(1, 100));
        lab.stop();
        lab.run(SOON);
        await().during(Duration.ofSeconds(1)).until(() -> lab.taken() == 100);
    }

    private void deliver(int first, int last) throws Exception {
        for (var number = first; number <= last; number++) {
            server.deliver("shop", MAIL.replace("hello", Integer.toString(number)));
        }
    }

    private static List<String> numbers(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(Integer::toString).toList();
    }
}
