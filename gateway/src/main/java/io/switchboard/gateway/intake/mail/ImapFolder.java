package io.switchboard.gateway.intake.mail;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;

/**
 * The mails of an open folder in the order of their UIDs, a page at a time, however large the folder and however wide the gaps between
 * UIDs.
 */
final class ImapFolder {

    private static final int ATTEMPTS = 4;
    private static final String ALL = "UID RFC822.SIZE INTERNALDATE";

    private final ImapSession session;
    private final ImapBodies bodies;

    /** As many mails were known to be at or before the last page's first; a guess, checked with each page. */
    private int known;

    ImapFolder(ImapSession session) {
        this.session = session;
        this.bodies = new ImapBodies(session);
        this.known = session.exists();
    }

    /**
     * A mail's place and what the server says about it.
     *
     * @param size in bytes; not positive when the server does not say
     * @param arrived when the server got it, INTERNALDATE
     */
    record Listed(long uid, int size, Optional<Instant> arrived) {}

    ImapBodies bodies() {
        return bodies;
    }

    long uidValidity() {
        return session.uidValidity();
    }

    /** How many mails there are, as far as the server said so. */
    int exists() {
        return session.exists();
    }

    /** The UID the next mail will have, or less when nobody knows; never more. */
    long next() throws IOException {
        if (session.uidNext() > 0) {
            return session.uidNext();
        }
        return session.exists() == 0 ? 1 : uid(session.exists()).orElse(0L) + 1;
    }

    /**
     * The next mails behind a UID, oldest first. Numbers of mails change whenever somebody removes one; so a page is asked for with
     * the mail before it, which proves that nothing was passed over.
     */
    List<Listed> after(long uid, int most) throws IOException {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var first = Math.clamp(known, 0, session.exists());
            var last = (int) Math.min(session.exists(), first + (long) most);
            if (last == 0) {
                return List.of();
            }
            var page = list(Math.max(first, 1), last);
            if (page.isPresent()) {
                var mails = page.get();
                var beginsBefore = first == 0 || mails.getFirst().uid() <= uid;
                var endsBehind = last == session.exists() || mails.getLast().uid() > uid;
                if (beginsBefore && endsBehind) {
                    known = last;
                    return mails.stream().filter(mail -> mail.uid() > uid).toList();
                }
            }
            known = countUpTo(uid);
        }
        throw new IOException("the mailbox changed faster than it could be listed");
    }

    void markSeen(Collection<Long> uids) throws IOException {
        if (!uids.isEmpty()) {
            var set = uids.stream().map(String::valueOf).collect(Collectors.joining(","));
            session.command("UID STORE " + set + " +FLAGS.SILENT (\\Seen)");
        }
    }

    /** @return empty when the numbers changed meanwhile */
    private Optional<List<Listed>> list(int first, int last) throws IOException {
        var expunged = session.expunged();
        var found = new TreeMap<Integer, Listed>();
        collect(session.fetch("FETCH " + first + ":" + last + " (" + ALL + ")"), found);
        for (var number = first; number <= last && found.size() <= last - first; number++) {
            if (!found.containsKey(number)) {
                // What the library cannot read it leaves out; a mail with an odd date is a mail.
                collect(session.fetch("FETCH " + number + " (UID RFC822.SIZE)"), found);
            }
        }
        if (session.expunged() != expunged) {
            return Optional.empty();
        }
        if (found.headMap(last, true).tailMap(first, true).size() <= last - first) {
            session.ask();
            return Optional.empty();
        }
        return Optional.of(found.subMap(first, true, last, true).values().stream()
                .sorted(Comparator.comparingLong(Listed::uid))
                .toList());
    }

    private static void collect(List<FetchResponse> answer, Map<Integer, Listed> found) {
        for (var said : answer) {
            var uid = said.getItem(UID.class);
            var size = said.getItem(RFC822SIZE.class);
            if (uid != null && size != null) {
                found.put(
                        said.getNumber(),
                        new Listed(uid.uid, (int) Math.min(size.size, Integer.MAX_VALUE), arrived(said)));
            }
        }
    }

    @SuppressWarnings("JavaUtilDate") // what the library offers
    private static Optional<Instant> arrived(FetchResponse said) {
        return Optional.ofNullable(said.getItem(INTERNALDATE.class))
                .map(date -> date.getDate().toInstant());
    }

    /** How many mails have at most this UID. */
    private int countUpTo(long uid) throws IOException {
        var low = 0;
        var high = session.exists();
        while (low < high) {
            var middle = (low + high + 1) >>> 1;
            var found = uid(middle);
            if (found.isEmpty()) {
                // Somebody removes mails right now; the page will tell.
                return low;
            }
            if (found.get() <= uid) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private Optional<Long> uid(int number) throws IOException {
        return session.fetch("FETCH " + number + " (UID)").stream()
                .filter(said -> said.getNumber() == number)
                .map(said -> said.getItem(UID.class))
                .filter(Objects::nonNull)
                .map(item -> item.uid)
                .findFirst();
    }
}
