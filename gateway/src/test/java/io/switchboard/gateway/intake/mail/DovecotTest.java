package io.switchboard.gateway.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Mailboxes of a real server. Runs where {@code dovecot-imapd} is installed, and says so where it is not. */
class DovecotTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final MailboxLab lab = new MailboxLab();
    private final List<Dovecot> running = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        Assumptions.assumeTrue(Dovecot.isInstalled(), "dovecot-imapd is not installed");
        running.add(new Dovecot());
        var port = Integer.toString(dovecot().port());
        lab.edge.registry.add(lab.mailbox("shop", Map.of("imap_port", port)));
        lab.run(MailboxLab.NEVER);
        await().atMost(PATIENCE).until(() -> lab.up("shop") == 1);
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        lab.close();
        for (var dovecot : running) {
            dovecot.close();
        }
    }

    @Test
    void a_mail_is_announced_and_taken_and_left_unseen() throws Exception {
        deliver(1, 3, MailEdge.NOW);

        await().atMost(Duration.ofSeconds(5)).until(() -> lab.taken() == 3);
        lab.stop();
        assertThat(lab.subjects()).isEqualTo(numbers(1, 3));
        assertThat(dovecot().seen()).isZero();
    }

    @Test
    void five_hundred_mails_of_an_absence_come_in_once_and_in_order() throws Exception {
        deliver(0, 0, MailEdge.NOW);
        await().atMost(PATIENCE).until(() -> lab.taken() == 1);
        lab.stop();
        deliver(1, 500, MailEdge.NOW);

        var begun = System.nanoTime();
        lab.run(MailboxLab.NEVER);
        await().atMost(PATIENCE).until(() -> lab.taken() >= 501);

        LoggerFactory.getLogger(DovecotTest.class)
                .atInfo()
                .addKeyValue(
                        "millis", Duration.ofNanos(System.nanoTime() - begun).toMillis())
                .log("500 mails taken");
        assertThat(lab.subjects()).isEqualTo(numbers(0, 500));
    }

    @Test
    void a_server_that_dies_in_between_costs_no_mail_and_doubles_none() throws Exception {
        lab.stop();
        deliver(1, 500, MailEdge.NOW);
        for (var crash = 1; crash <= 3; crash++) {
            var some = crash * 120;
            lab.run(MailboxLab.NEVER);
            await().atMost(PATIENCE).until(() -> lab.taken() >= some);
            dovecot().kill();
            await().atMost(PATIENCE).until(() -> lab.up("shop") == 0);
            lab.stop();
            dovecot().startAgain();
        }

        lab.run(MailboxLab.NEVER);

        await().atMost(PATIENCE).until(() -> lab.taken() >= 500);
        assertThat(lab.subjects()).isEqualTo(numbers(1, 500));
    }

    @Test
    void a_mailbox_that_is_numbered_anew_gives_what_came_meanwhile_once_and_in_order() throws Exception {
        lab.stop();
        lab.edge.clock.pass(Duration.ofDays(3));
        for (var old = 0; old < 100; old++) {
            dovecot().deliver(MailboxLab.MAIL.replace("hello", "old"), MailEdge.NOW.minus(Duration.ofDays(30)));
        }
        deliver(1, 500, MailEdge.NOW.plus(Duration.ofDays(1)));
        dovecot().renumber();

        lab.run(MailboxLab.NEVER);
        await().atMost(PATIENCE).until(() -> lab.taken() >= 500);
        deliver(501, 501, MailEdge.NOW);
        await().atMost(PATIENCE).until(() -> lab.taken() >= 501);

        assertThat(lab.subjects()).isEqualTo(numbers(1, 501));
    }

    private Dovecot dovecot() {
        return running.getFirst();
    }

    private void deliver(int first, int last, Instant arrived) throws IOException {
        for (var number = first; number <= last; number++) {
            dovecot().deliver(MailboxLab.MAIL.replace("hello", Integer.toString(number)), arrived);
        }
    }

    private static List<String> numbers(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(Integer::toString).toList();
    }
}
