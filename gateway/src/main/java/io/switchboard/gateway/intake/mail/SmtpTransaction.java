package io.switchboard.gateway.intake.mail;

import io.switchboard.connector.Body;
import io.switchboard.gateway.connections.Connection;
import io.switchboard.gateway.journal.JournalUnavailableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.Session;

/** One mail transaction (RFC 5321 §3.3): MAIL, RCPT, DATA; acknowledged when it is in the journal. */
final class SmtpTransaction implements MessageHandler {

    private static final Logger log = LoggerFactory.getLogger(SmtpTransaction.class);
    private static final int CHUNK = 64 * 1024;

    private final Session session;
    private final MailConnections connections;
    private final MailIntake intake;
    private final MailMemory memory;
    private final Bounds bounds;
    private final int maxSize;
    private final Map<Connection, List<String>> recipients = new LinkedHashMap<>();
    private String sender = "";
    private boolean transferring;

    /** How long and how much. */
    record Bounds(SmtpClients clients, MailIntakeProperties.Smtp properties) {}

    SmtpTransaction(Session session, MailConnections connections, MailIntake intake, MailMemory memory, Bounds bounds) {
        this.session = session;
        this.connections = connections;
        this.intake = intake;
        this.memory = memory;
        this.bounds = bounds;
        this.maxSize = Math.toIntExact(bounds.properties().maxSize().toBytes());
    }

    @Override
    public void from(String address) throws RejectException {
        sender = address;
    }

    @Override
    public void recipient(String address) throws RejectException {
        if (session.getRecipientCount() >= bounds.properties().maxRecipients()) {
            throw new RejectException(452, "4.5.3 too many recipients, send the mail again to the others");
        }
        var addressed = connections.addressedBy(address);
        if (addressed.isEmpty()) {
            intake.rejected("none", "unknown_recipient");
            throw new RejectException(550, "5.1.1 no such mailbox here");
        }
        addressed.forEach(connection -> recipients
                .computeIfAbsent(connection, first -> new ArrayList<>())
                .add(address));
    }

    @Override
    public String data(InputStream data) throws RejectException, IOException {
        transferring = bounds.clients().transfers().begin();
        if (!transferring) {
            throw new DropConnectionException(421, "4.3.2 going down, try again");
        }
        try (var share = memory.share()) {
            append(read(data, share));
            return "2.0.0 taken";
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new DropConnectionException(421, "4.3.2 going down, try again");
        }
    }

    @Override
    public void done() {
        if (transferring) {
            transferring = false;
            bounds.clients().transfers().end();
        }
    }

    private Body read(InputStream data, MailMemory.Share share)
            throws IOException, RejectException, InterruptedException {
        var mail = new ByteArrayOutputStream();
        while (true) {
            bounds.clients().awaits(session);
            var chunk = data.readNBytes(CHUNK);
            bounds.clients().works(session);
            if (chunk.length == 0) {
                return Body.of(mail.toByteArray());
            }
            if (mail.size() + chunk.length > maxSize) {
                throw refused(data, "too_large", new RejectException(552, "5.3.4 larger than " + maxSize + " bytes"));
            }
            if (!share.grow(CHUNK)) {
                throw refused(data, "no_memory", new RejectException(452, "4.3.1 too busy, try again"));
            }
            mail.write(chunk);
        }
    }

    private void append(Body mail) throws RejectException {
        for (var addressed : recipients.entrySet()) {
            var connection = addressed.getKey();
            var envelope = Map.of("envelope-from", List.of(sender), "envelope-to", addressed.getValue());
            try {
                intake.append(connection, MailIntake.Way.SMTP, envelope, mail);
            } catch (JournalUnavailableException away) {
                log.atError()
                        .addKeyValue("connector", connection.ref().connector())
                        .addKeyValue("cause", away.getMessage())
                        .log("mail refused because the journal is away");
                throw over("journal_unavailable", new RejectException(451, "4.3.0 not stored, try again"));
            }
        }
    }

    /** The library takes for commands what is left of a mail that is answered too early. */
    private RejectException refused(InputStream data, String reason, RejectException answer)
            throws IOException, RejectException {
        for (var left = maxSize; left > 0; ) {
            bounds.clients().awaits(session);
            var skipped = data.readNBytes(CHUNK).length;
            if (skipped == 0) {
                return over(reason, answer);
            }
            left -= skipped;
        }
        throw new DropConnectionException(answer.getCode(), String.valueOf(answer.getMessage()));
    }

    /** The end of DATA ends the transaction whatever the answer (RFC 5321 §4.1.1.4); the library thinks so only of 250. */
    private RejectException over(String reason, RejectException answer) {
        recipients
                .keySet()
                .forEach(connection -> intake.rejected(connection.ref().connector(), reason));
        session.resetMailTransaction();
        return answer;
    }
}
