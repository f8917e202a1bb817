package io.switchboard.gateway.intake.mail;

import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** One mailbox as a Camel endpoint; made with everything it needs, so that nothing a merchant wrote is part of an address. */
final class MailboxEndpoint extends DefaultEndpoint {

    private final Attendance attendance;

    /** Makes who reads the mailbox. */
    interface Attendance {
        MailboxConsumer begin(MailboxEndpoint endpoint, Processor processor);
    }

    MailboxEndpoint(String uri, Component component, Attendance attendance) {
        super(uri, component);
        this.attendance = attendance;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        var consumer = attendance.begin(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("mail is not sent by way of a mailbox");
    }
}
