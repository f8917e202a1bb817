package io.switchboard.gateway.intake.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to one mailbox with IDLE (RFC 2177), on a connection of its own, and says when mail came. That it fails costs
 * promptness only: the poll's interval goes on, and reports what is wrong.
 */
final class MailboxWatch {

    private static final Logger log = LoggerFactory.getLogger(MailboxWatch.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

    private final Mailbox mailbox;
    private final MailboxSessions sessions;
    private final MailboxLogin login;
    private final ScheduledExecutorService alarms;
    private final Duration idleFor;
    private final Duration longestPause;
    private Duration pause = SHORTEST_PAUSE;

    /** @param alarms where the end of each IDLE is awaited; what it runs does not block */
    MailboxWatch(
            Mailbox mailbox,
            MailboxSessions sessions,
            MailboxLogin login,
            ScheduledExecutorService alarms,
            MailIntakeProperties.Imap properties) {
        this.mailbox = mailbox;
        this.sessions = sessions;
        this.login = login;
        this.alarms = alarms;
        this.idleFor = properties.idleFor();
        this.longestPause = properties.longestPause();
    }

    /**
     * Listens until the calling thread, a virtual one, is interrupted, which closes the socket it reads from; or until the server
     * turns out not to know IDLE.
     */
    void listen(Runnable somethingNew) {
        var announces = true;
        while (announces && !Thread.currentThread().isInterrupted()) {
            if (!login.isWorthATry()) {
                rest();
                continue;
            }
            try (var store = (IMAPStore) sessions.of(mailbox).getStore("imap")) {
                announces = listen(store, somethingNew);
            } catch (MessagingException | IllegalStateException lost) { // the latter of a folder closed by its store
                if (lost instanceof AuthenticationFailedException) {
                    login.refused();
                }
                log.atDebug()
                        .addKeyValue("connection", mailbox.name())
                        .addKeyValue("cause", lost.getClass().getSimpleName())
                        .log("mailbox watch lost its connection");
                rest();
            }
        }
    }

    private boolean listen(IMAPStore store, Runnable somethingNew) throws MessagingException {
        var credentials = login.getPasswordAuthentication();
        store.connect(mailbox.host(), mailbox.port(), credentials.getUserName(), credentials.getPassword());
        if (!store.hasCapability("IDLE")) {
            log.atInfo().addKeyValue("connection", mailbox.name()).log("mailbox server announces nothing");
            return false;
        }
        var folder = (IMAPFolder) store.getFolder(mailbox.folder());
        folder.open(Folder.READ_ONLY);
        folder.addMessageCountListener(new MessageCountAdapter() {
            @Override
            public void messagesAdded(MessageCountEvent event) {
                somethingNew.run();
            }
        });
        pause = SHORTEST_PAUSE;
        somethingNew.run();
        idle(folder);
        return true;
    }

    /** Any other command of the folder ends an IDLE properly; {@code isOpen} asks the server with a NOOP. */
    private void idle(IMAPFolder folder) throws MessagingException {
        var nanos = idleFor.toNanos();
        var alarm = alarms.scheduleWithFixedDelay(
                () -> Thread.ofVirtual().start(folder::isOpen), nanos, nanos, TimeUnit.NANOSECONDS);
        try {
            while (!Thread.currentThread().isInterrupted()) {
                folder.idle();
            }
        } finally {
            alarm.cancel(false);
        }
    }

    /** Twice as long after each failure in a row. */
    private void rest() {
        LockSupport.parkNanos(this, pause.toNanos());
        var next = pause.multipliedBy(2);
        pause = next.compareTo(longestPause) > 0 ? longestPause : next;
    }
}
