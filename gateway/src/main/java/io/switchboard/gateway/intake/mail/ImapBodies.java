package io.switchboard.gateway.intake.mail;

import io.switchboard.gateway.intake.mail.ImapFolder.Listed;
import io.switchboard.gateway.intake.mail.ImapSession.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.UID;

/** The bytes of an open folder's mails, as far as their server hands them out; reading them marks none seen. */
final class ImapBodies {

    private final ImapSession session;

    ImapBodies(ImapSession session) {
        this.session = session;
    }

    /** The bytes of several mails at once, by UID; of what the server did not serve, none. */
    Map<Long, byte[]> read(List<Listed> mails) throws IOException {
        var uids = mails.stream().map(mail -> Long.toString(mail.uid())).collect(Collectors.joining(","));
        var found = new HashMap<Long, byte[]>();
        try {
            for (var said : session.fetch("UID FETCH " + uids + " (UID BODY.PEEK[])")) {
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
            var bytes = session.fetch("UID FETCH " + mail.uid() + " (UID BODY.PEEK[]" + part + ")").stream()
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

    /** The server lists a mail and does not hand it out. */
    static final class UnservedException extends IOException {

        private static final long serialVersionUID = 1L;

        UnservedException(String message) {
            super(message);
        }
    }

    private boolean isThere(long uid) throws IOException {
        session.ask();
        return session.fetch("UID FETCH " + uid + " (UID)").stream().anyMatch(said -> has(said, uid));
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
}
