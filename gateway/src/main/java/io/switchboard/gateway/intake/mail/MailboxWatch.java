package io.switchboard.gateway.intake.mail;

import io.switchboard.gateway.intake.mail.MailFetch.Destination;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stays with one mailbox on one connection: reads what is new, listens with IDLE (RFC 2177) or asks now and then, and finds its way back
 * when the connection is lost, later each time. For one thread, a virtual one: interrupting that closes the socket it reads from.
 */
final class MailboxWatch {

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

    private final Mailbox mailbox;
    private final MailboxSessions sessions;
    private final MailboxPlaces places;
    private final MailboxLogin login;
    private final MailboxReader reader;
    private final MailboxHealth health;
    private final MailIntakeProperties.Imap properties;
    private final CountDownLatch leaving = new CountDownLatch(1);
    private volatile @Nullable ImapSession current;
    private Duration pause = SHORTEST_PAUSE;

    MailboxWatch(Mailbox mailbox, MailboxSessions sessions, MailboxReader reader, MailboxHealth health) {
        this.mailbox = mailbox;
        this.sessions = sessions;
        this.places = sessions.places();
        this.login = sessions.login(mailbox);
        this.reader = reader;
        this.health = health;
        this.properties = sessions.properties();
    }

    /** Until {@link #leave} or an interrupt. */
    void stay(Destination destination) {
        try {
            while (isWanted()) {
                if (login.isWorthATry()) {
                    visit(destination);
                }
                rest();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets {@link #stay} end after the mail it is about. */
    void leave() {
        leaving.countDown();
        var session = current;
        if (session != null) {
            session.leave();
        }
    }

    private void visit(Destination destination) throws InterruptedException {
        try (var place = places.enter();
                var session = sessions.open(mailbox, login)) {
            current = session;
            if (place.isLasting()) {
                attend(session, destination);
            } else {
                var folder = new ImapFolder(session);
                read(folder, reader.begin(folder), destination);
                pause = properties.pollInterval();
            }
        } catch (InterruptedException stopping) {
            throw stopping;
        } catch (Exception failed) { // what a route, a server or a store throws; the next visit tries again
            if (isWanted()) {
                health.down(failed);
            }
        } finally {
            current = null;
        }
    }

    private void attend(ImapSession session, Destination destination) throws Exception {
        var folder = new ImapFolder(session);
        var cursor = reader.begin(folder);
        while (isWanted()) {
            cursor = read(folder, cursor, destination);
            await(session);
        }
    }

    private MailboxCursor read(ImapFolder folder, MailboxCursor from, Destination destination) throws Exception {
        var cursor = reader.readOn(folder, from, mail -> take(mail, destination));
        health.up();
        pause = SHORTEST_PAUSE;
        return cursor;
    }

    private void take(FoundMail mail, Destination destination) throws Exception {
        if (!isWanted()) {
            throw new IOException("left before the mail was taken");
        }
        destination.take(mail);
    }

    private void await(ImapSession session) throws IOException, InterruptedException {
        if (!isWanted()) {
            return;
        }
        if (session.canIdle()) {
            session.idle(properties.idleFor());
        } else if (!leaving.await(properties.pollInterval().toNanos(), TimeUnit.NANOSECONDS)) {
            session.ask();
        }
    }

    /** Twice as long after each failure in a row. */
    private void rest() throws InterruptedException {
        if (leaving.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
            return;
        }
        var next = pause.multipliedBy(2);
        pause = next.compareTo(properties.longestPause()) > 0 ? properties.longestPause() : next;
    }

    private boolean isWanted() {
        return leaving.getCount() > 0 && !Thread.currentThread().isInterrupted();
    }
}
