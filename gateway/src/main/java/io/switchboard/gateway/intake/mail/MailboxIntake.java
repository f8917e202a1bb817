package io.switchboard.gateway.intake.mail;

import io.switchboard.gateway.journal.JournalUnavailableException;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Puts one mail of a mailbox into the journal. When it returns, the mail is ours. */
final class MailboxIntake implements Processor {

    private final MailConnections connections;
    private final MailIntake intake;

    MailboxIntake(MailConnections connections, MailIntake intake) {
        this.connections = connections;
        this.intake = intake;
    }

    @Override
    public void process(Exchange exchange) throws IOException, JournalUnavailableException {
        var mail = (FoundMail) exchange.getIn().getBody();
        var connection = connections
                .find(mail.mailbox().connection())
                .orElseThrow(() -> new IOException("the connection went away while its mailbox was read"));
        intake.append(connection, MailIntake.Way.IMAP, mail.envelope(), mail.bytes());
    }
}
