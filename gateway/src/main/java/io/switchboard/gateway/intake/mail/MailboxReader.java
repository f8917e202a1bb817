package io.switchboard.gateway.intake.mail;

import io.switchboard.gateway.intake.mail.MailboxCursor.Resync;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what is new in one mailbox: a page of mails, oldest first, then the cursor behind them, until nothing is left. */
final class MailboxReader {

    private static final Logger log = LoggerFactory.getLogger(MailboxReader.class);

    private final Mailbox mailbox;
    private final MailboxCursors cursors;
    private final MailFetch fetch;
    private final MailIntakeProperties.Imap properties;
    private final Clock clock;

    MailboxReader(
            Mailbox mailbox,
            MailboxCursors cursors,
            MailFetch fetch,
            MailIntakeProperties.Imap properties,
            Clock clock) {
        this.mailbox = mailbox;
        this.cursors = cursors;
        this.fetch = fetch;
        this.properties = properties;
        this.clock = clock;
    }

    /** @param folder just opened */
    MailboxCursor begin(ImapFolder folder) throws IOException {
        var next = folder.next();
        var validity = folder.uidValidity();
        var found = cursors.find(mailbox);
        if (found.filter(cursor -> cursor.isOf(mailbox, validity, next)).isPresent()) {
            return found.get();
        }
        var begin = found.map(cursor -> renumbered(cursor, validity, next))
                .orElseGet(() -> MailboxCursor.behind(mailbox, validity, next, clock.instant()));
        cursors.save(mailbox, begin);
        return begin;
    }

    /**
     * @return the cursor behind all that was there; it stays where it was when this throws, and what was taken behind it is saved
     */
    MailboxCursor readOn(ImapFolder folder, MailboxCursor from, MailFetch.Destination destination) throws Exception {
        var cursor = from;
        while (true) {
            var now = clock.instant();
            var known = folder.exists();
            var page = folder.after(cursor.uid(), properties.batch());
            if (page.isEmpty() && folder.exists() <= known) {
                var looked = cursor.looked(now);
                cursors.save(mailbox, looked);
                return looked;
            }
            cursor = take(folder, page, cursor, destination);
        }
    }

    private MailboxCursor take(
            ImapFolder folder, List<ImapFolder.Listed> page, MailboxCursor from, MailFetch.Destination destination)
            throws Exception {
        var cursor = from;
        var wanted = page.stream().filter(from::wants).toList();
        try {
            for (var group : fetch.groups(wanted)) {
                try (var fetched = fetch.fetch(mailbox, folder, group)) {
                    for (var mail : group) {
                        fetched.give(mail, destination);
                        cursor = cursor.at(mail.uid());
                    }
                }
            }
            cursor = page.isEmpty() ? cursor : cursor.at(page.getLast().uid());
        } finally {
            if (!cursor.equals(from)) {
                cursors.save(mailbox, cursor);
            }
        }
        if (mailbox.markSeen()) {
            folder.markSeen(wanted.stream().map(ImapFolder.Listed::uid).toList());
        }
        return cursor;
    }

    private MailboxCursor renumbered(MailboxCursor lost, long validity, long next) {
        var since =
                lost.resync().map(Resync::since).orElseGet(() -> lost.lookedAt().minus(properties.margin()));
        log.atWarn()
                .addKeyValue("connector", mailbox.connector())
                .addKeyValue("connection", mailbox.name())
                .addKeyValue("since", since)
                .log("mailbox numbers its mails anew, those that arrived since are read again");
        return lost.renumbered(mailbox, validity, next, since);
    }
}
