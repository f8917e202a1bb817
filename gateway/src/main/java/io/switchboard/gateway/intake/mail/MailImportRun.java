package io.switchboard.gateway.intake.mail;

import io.switchboard.gateway.connections.Connection;
import io.switchboard.gateway.journal.JournalUnavailableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Goes on with one import: looks at the mailbox's mails, oldest first so that answers find what they answer, and puts those that are wanted into
 * the slow lane, a group at a time and never faster than it may.
 */
final class MailImportRun {

    /** Tells the connector that a mail is history. */
    static final String IMPORTED = "mail-imported";

    private final MailImportTable table;
    private final MailboxSessions sessions;
    private final MailFetch fetch;
    private final MailIntake intake;
    private final CountDownLatch stopping;

    MailImportRun(
            MailImportTable table,
            MailboxSessions sessions,
            MailFetch fetch,
            MailIntake intake,
            CountDownLatch stopping) {
        this.table = table;
        this.sessions = sessions;
        this.fetch = fetch;
        this.intake = intake;
        this.stopping = stopping;
    }

    /** @return whether all was looked at; else it was stopped, or is no longer this process's */
    boolean goOn(MailImport from, Connection connection) throws Exception {
        var mailbox = Mailbox.of(connection.ref())
                .orElseThrow(() -> new IOException("the connection names no mailbox any more"));
        try (var session = sessions.open(mailbox, sessions.login(mailbox))) {
            var folder = new ImapFolder(session);
            var reached = from.in(mailbox, folder, folder.next());
            while (stopping.getCount() > 0) {
                if (!table.save(reached)) {
                    return false;
                }
                var page = folder.after(reached.uid(), sessions.properties().batch());
                var mine = new ArrayList<>(page);
                var below = reached.below();
                mine.removeIf(mail -> mail.uid() >= below);
                if (mine.isEmpty()) {
                    return true;
                }
                reached = take(mailbox, folder, mine, reached, connection);
            }
            return false;
        }
    }

    private MailImport take(
            Mailbox mailbox, ImapFolder folder, List<ImapFolder.Listed> page, MailImport from, Connection connection)
            throws Exception {
        var reached = from;
        var wanted = page.stream().filter(from::wants).toList();
        for (var group : fetch.groups(wanted)) {
            try (var fetched = fetch.fetch(mailbox, folder, group)) {
                for (var mail : group) {
                    var taken = new AtomicInteger();
                    fetched.give(mail, found -> {
                        append(connection, found);
                        taken.incrementAndGet();
                    });
                    reached = upTo(mail.uid(), page, from, reached, taken.get());
                }
            } catch (IOException | JournalUnavailableException failed) {
                // What was taken stays taken, whatever becomes of the next one.
                table.save(reached);
                throw failed;
            }
            if (!table.save(reached) || pause(group.size())) {
                return reached;
            }
        }
        return upTo(page.getLast().uid(), page, from, reached, 0);
    }

    private static MailImport upTo(
            long uid, List<ImapFolder.Listed> page, MailImport from, MailImport reached, int taken) {
        var looked = page.stream().filter(mail -> mail.uid() <= uid).count();
        return reached.at(uid, (int) (looked - (reached.looked() - from.looked())), taken);
    }

    private void append(Connection connection, FoundMail found) throws Exception {
        var envelope = new LinkedHashMap<>(found.envelope());
        envelope.put(IMPORTED, List.of("true"));
        intake.appendHistory(connection, envelope, found.bytes());
    }

    /** @return whether there is no time left */
    private boolean pause(int mails) throws InterruptedException {
        var nanos = TimeUnit.SECONDS.toNanos(mails) / sessions.properties().importPerSecond();
        return stopping.await(nanos, TimeUnit.NANOSECONDS);
    }
}
