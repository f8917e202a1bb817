package io.switchboard.gateway.intake.mail;

import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.component.mail.JavaMailSender;
import org.apache.camel.component.mail.MailConfiguration;
import org.apache.camel.component.mail.MailEndpoint;

/** One mailbox as a Camel endpoint; made with everything it needs, so that nothing a merchant wrote is part of an address. */
final class MailboxEndpoint extends MailEndpoint {

    private final Mailbox mailbox;
    private final MailboxSchedule schedule;
    private final MailboxHealth health;

    MailboxEndpoint(
            String uri,
            CamelContext camel,
            Mailbox mailbox,
            MailConfiguration configuration,
            MailboxSchedule schedule,
            MailboxHealth health) {
        super(uri, null, configuration);
        this.mailbox = mailbox;
        this.schedule = schedule;
        this.health = health;
        setCamelContext(camel);
        setScheduler(schedule);
        setPollStrategy(health);
        setExceptionHandler(health);
        // Used by nothing here; the default would fetch a header of each mail for it.
        setMailUidGenerator((endpoint, message) -> Integer.toString(message.getMessageNumber()));
    }

    Mailbox mailbox() {
        return mailbox;
    }

    @Override
    public Consumer createConsumer(Processor processor, JavaMailSender sender) throws Exception {
        var consumer = new MailboxConsumer(this, processor, sender, schedule);
        consumer.setMaxMessagesPerPoll(getMaxMessagesPerPoll());
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    protected void doShutdown() throws Exception {
        health.close();
        super.doShutdown();
    }
}
