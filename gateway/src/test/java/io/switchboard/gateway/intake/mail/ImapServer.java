package io.switchboard.gateway.intake.mail;

import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.switchboard.gateway.ports.RawServer;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.awaitility.Awaitility;

/** A real IMAP server on loopback, and its owner's hands in it. */
final class ImapServer implements AutoCloseable {

    private final int port = freePort();
    private GreenMail server = started();

    int port() {
        return port;
    }

    void user(String user, String password) {
        server.setUser(user, user, password);
    }

    void deliver(String user, String mail) throws MessagingException {
        deliver(user, mail.getBytes(StandardCharsets.UTF_8));
    }

    void deliver(String user, byte[] mail) throws MessagingException {
        find(user).deliver(message(mail));
    }

    @SuppressWarnings("JavaUtilDate") // what the server wants
    void deliverTo(String folder, String user, String mail)
            throws MessagingException, FolderException, AuthorizationException {
        var manager = server.getManagers().getImapHostManager();
        var owner = find(user);
        var found = manager.getFolder(owner, folder);
        var target = found == null ? manager.createMailbox(owner, folder) : found;
        target.appendMessage(message(mail.getBytes(StandardCharsets.UTF_8)), new Flags(), Date.from(MailEdge.NOW));
    }

    /** Another mailbox under the same name, with another UIDVALIDITY, as after a migration. */
    void rebuild(String user, String password) {
        var before = inbox(user).getUidValidity();
        Awaitility.await().until(() -> {
            server.getUserManager().deleteUser(find(user));
            server.setUser(user, user, password);
            return inbox(user).getUidValidity() != before;
        });
    }

    @SuppressWarnings("JavaUtilDate") // what the server wants
    void deliver(String user, String mail, Instant arrived) throws MessagingException {
        inbox(user).appendMessage(message(mail.getBytes(StandardCharsets.UTF_8)), new Flags(), Date.from(arrived));
    }

    /** Its owner throws some away for good. */
    void expunge(String user, int... numbers) {
        var all = messages(user);
        for (var number : numbers) {
            all.get(number - 1).setFlag(Flags.Flag.DELETED, true);
        }
        try {
            inbox(user).expunge();
        } catch (FolderException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    List<StoredMessage> messages(String user) {
        return inbox(user).getMessages();
    }

    void mark(String user, int index, Flags.Flag flag) {
        messages(user).get(index).setFlag(flag, true);
    }

    long seen(String user) {
        return messages(user).stream()
                .filter(message -> message.isSet(Flags.Flag.SEEN))
                .count();
    }

    boolean has(String user, int index, Flags.Flag flag) {
        return messages(user).get(index).isSet(flag);
    }

    void stop() {
        server.stop();
    }

    void startAgain() {
        server = started();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static MimeMessage message(byte[] mail) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
    }

    private MailFolder inbox(String user) {
        try {
            return server.getManagers().getImapHostManager().getInbox(find(user));
        } catch (FolderException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private GreenMailUser find(String user) {
        var found = server.getUserManager().getUser(user);
        if (found == null) {
            throw new IllegalStateException("there is no user " + user);
        }
        return found;
    }

    private GreenMail started() {
        var greenMail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        greenMail.start();
        return greenMail;
    }

    private static int freePort() {
        try {
            return RawServer.closedPort();
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }
}
