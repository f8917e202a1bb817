package io.switchboard.gateway.intake.mail;

import io.switchboard.gateway.intake.mail.ImapSession.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.BODY;
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

    /** As many mails were known to be at or before the last page's first; a guess, checked with each page. */
    private int known;

    ImapFolder(ImapSession session) {
        this.session = session;
        this.known = session.exists();
    }

    /**
     * A mail's place and what the server says about it.
     *
     * @param size in bytes; not positive when the server does not say
     * @param arrived when the server got it, INTERNALDATE
     */
    record Listed(long uid, int size, Optional<Instant> arrived) {}

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

    /** The bytes of several mails at once, by UID, without marking them seen; of what the server did not serve, none. */
    Map<Long, byte[]> read(List<Listed> mails) throws IOException {
        var uids = mails.stream().map(mail -> Long.toString(mail.uid())).collect(Collectors.joining(","));
        var found = new HashMap<Long, byte[]>();
        try {
            for (var said : fetched(session.command("UID FETCH " + uids + " (UID BODY.PEEK[])"))) {
                body(said).ifPresent(bytes -> found.put(said.getItem(UID.class).uid, bytes));
            }
        } catch (RefusedException refused) {
            // Because of one of them; each will be asked for by itself.
            found.clear();
        }
        mails.forEach(mail -> found.computeIfPresent(mail.uid(), (uid, bytes) -> isWhole(mail, bytes) ? bytes : null));
        return found;
    }

    /**
     * A mail's bytes as the server has them, at most so many of them.
     *
     * @return empty when it was taken away in the meantime
     * @throws UnservedException when the server has it and does not hand it out
     */
    Optional<byte[]> read(Listed mail, int limit) throws IOException {
        var part = mail.size() > limit ? "<0." + limit + ">" : "";
        try {
            var answer = session.command("UID FETCH " + mail.uid() + " (UID BODY.PEEK[]" + part + ")");
            var bytes = fetched(answer).stream()
                    .filter(said -> has(said, mail.uid()))
                    .flatMap(said -> body(said).stream())
                    .filter(found -> isWhole(mail, found))
                    .findFirst();
            if (bytes.isPresent()) {
                return bytes.map(all -> all.length > limit ? Arrays.copyOf(all, limit) : all);
            }
        } catch (RefusedException refused) {
            // Of a mail that somebody else removed a server may say so (RFC 2180 §4.1).
        }
        if (isThere(mail.uid())) {
            throw new UnservedException("the mail server has a mail of " + mail.size() + " bytes and did not serve it");
        }
        return Optional.empty();
    }

    void markSeen(Collection<Long> uids) throws IOException {
        if (!uids.isEmpty()) {
            var set = uids.stream().map(String::valueOf).collect(Collectors.joining(","));
            session.command("UID STORE " + set + " +FLAGS.SILENT (\\Seen)");
        }
    }

    /** The server lists a mail and does not hand it out. */
    static final class UnservedException extends IOException {

        private static final long serialVersionUID = 1L;

        UnservedException(String message) {
            super(message);
        }
    }

    /** @return empty when the numbers changed meanwhile */
    private Optional<List<Listed>> list(int first, int last) throws IOException {
        var expunged = session.expunged();
        var found = new TreeMap<Integer, Listed>();
        collect(session.command("FETCH " + first + ":" + last + " (" + ALL + ")"), found);
        for (var number = first; number <= last && found.size() <= last - first; number++) {
            if (!found.containsKey(number)) {
                // What the library cannot read it leaves out; a mail with an odd date is a mail.
                collect(session.command("FETCH " + number + " (UID RFC822.SIZE)"), found);
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

    private static void collect(Response[] answer, Map<Integer, Listed> found) {
        for (var said : fetched(answer)) {
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
        return fetched(session.command("FETCH " + number + " (UID)")).stream()
                .filter(said -> said.getNumber() == number)
                .map(said -> said.getItem(UID.class))
                .filter(Objects::nonNull)
                .map(item -> item.uid)
                .findFirst();
    }

    private boolean isThere(long uid) throws IOException {
        session.ask();
        return fetched(session.command("UID FETCH " + uid + " (UID)")).stream().anyMatch(said -> has(said, uid));
    }

    /** A server that cannot serve a mail may say NIL, or serve nothing. */
    private static boolean isWhole(Listed mail, byte[] bytes) {
        return bytes.length > 0 || mail.size() <= 0;
    }

    private static Optional<byte[]> body(FetchResponse said) {
        return said.getItem(UID.class) == null
                ? Optional.empty()
                : Optional.ofNullable(said.getItem(BODY.class))
                        .map(BODY::getByteArrayInputStream)
                        .map(ByteArrayInputStream::readAllBytes);
    }

    private static boolean has(FetchResponse said, long uid) {
        var item = said.getItem(UID.class);
        return item != null && item.uid == uid;
    }

    private static List<FetchResponse> fetched(Response[] answer) {
        var fetched = new ArrayList<FetchResponse>();
        for (var said : answer) {
            if (said instanceof FetchResponse fetch) {
                fetched.add(fetch);
            }
        }
        return fetched;
    }
}
