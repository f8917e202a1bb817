package io.switchboard.gateway.intake.mail;

import io.switchboard.connector.Body;
import io.switchboard.gateway.journal.JournalUnavailableException;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.mail.MailMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one mail out of a mailbox: its bytes as the server has them, into the journal. Returns when it may be marked seen. */
final class MailboxIntake implements Processor {

    private static final Logger log = LoggerFactory.getLogger(MailboxIntake.class);

    private final MailConnections connections;
    private final MailIntake intake;
    private final MailMemory memory;
    private final int maxSize;

    MailboxIntake(
            MailConnections connections, MailIntake intake, MailMemory memory, MailIntakeProperties.Imap properties) {
        this.connections = connections;
        this.intake = intake;
        this.memory = memory;
        this.maxSize = Math.toIntExact(properties.maxSize().toBytes());
    }

    @Override
    public void process(Exchange exchange)
            throws MessagingException, IOException, InterruptedException, JournalUnavailableException {
        var mailbox = ((MailboxEndpoint) exchange.getFromEndpoint()).mailbox();
        var message = exchange.getIn(MailMessage.class).getOriginalMessage();
        try (var share = memory.share()) {
            if (message.getSize() > maxSize) {
                passOver(mailbox, message);
            } else if (share.grow(Math.max(message.getSize(), 0))) {
                append(mailbox, read(message));
            } else {
                throw new IOException("no memory for a mail of " + message.getSize() + " bytes at the moment");
            }
        } catch (MessageRemovedException gone) {
            log.atDebug().addKeyValue("connection", mailbox.name()).log("mail was taken away before it was read");
        }
    }

    private void append(Mailbox mailbox, Body mail) throws JournalUnavailableException, IOException {
        var connection = connections
                .find(mailbox.connection())
                .orElseThrow(() -> new IOException("the connection went away while its mailbox was read"));
        intake.append(connection, MailIntake.Way.IMAP, Map.of(), mail);
    }

    private void passOver(Mailbox mailbox, Message message) throws MessagingException {
        message.setFlag(Flags.Flag.FLAGGED, true);
        intake.rejected(mailbox.connector(), "too_large");
        log.atWarn()
                .addKeyValue("connector", mailbox.connector())
                .addKeyValue("connection", mailbox.name())
                .addKeyValue("bytes", message.getSize())
                .log("mail passed over because it is too large");
    }

    /** A server that cannot serve a mail may say NIL, which the library takes for an empty one. */
    private static Body read(Message message) throws MessagingException, IOException {
        var bytes = new ByteArrayOutputStream(Math.max(message.getSize(), 0));
        message.writeTo(bytes);
        if (bytes.size() == 0 && message.getSize() > 0) {
            throw new IOException("the server has a mail of " + message.getSize() + " bytes and served none");
        }
        return Body.of(bytes.toByteArray());
    }
}
