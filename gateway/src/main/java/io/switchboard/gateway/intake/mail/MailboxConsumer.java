package io.switchboard.gateway.intake.mail;

import io.switchboard.gateway.journal.JournalUnavailableException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.util.concurrent.FutureTask;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.mail.JavaMailSender;
import org.apache.camel.component.mail.MailConsumer;
import org.jspecify.annotations.Nullable;

/** Camel's mail consumer, made to say whether a look into the mailbox succeeded: by itself it hides half of the failures. */
final class MailboxConsumer extends MailConsumer {

    private final MailboxSchedule schedule;
    private boolean opened;
    private @Nullable Exception failure;

    MailboxConsumer(MailboxEndpoint endpoint, Processor processor, JavaMailSender sender, MailboxSchedule schedule) {
        super(endpoint, processor, sender);
        this.schedule = schedule;
    }

    @Override
    protected int poll() throws Exception {
        opened = false;
        failure = null;
        var taken = super.poll();
        if (failure != null) {
            throw failure;
        }
        if (!opened) {
            throw new MessagingException("the folder could not be opened");
        }
        if (taken >= getMaxMessagesPerPoll()) {
            schedule.wake();
        }
        return taken;
    }

    /** One mail that cannot be read does not keep the others; a journal that is away ends the look. */
    @Override
    protected void processExchange(Exchange exchange) throws Exception {
        super.processExchange(exchange);
        var failed = exchange.getException();
        if (failed instanceof JournalUnavailableException) {
            throw failed;
        }
        if (failed != null) {
            failure = failed;
        }
    }

    /** Called when the folder stands open. */
    @Override
    protected void forceConsumerAsReady() {
        opened = true;
        super.forceConsumerAsReady();
    }

    @Override
    protected void handleException(Throwable thrown) {
        failure = thrown instanceof Exception exception ? exception : new IllegalStateException(thrown);
    }

    @Override
    protected void processRollback(Message mail, Exchange exchange) {
        // The mail stays as it is, unseen; the failure is told once per look, not once per mail.
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        // A merchant's mail server that is away does not make this process unready.
        getHealthCheck().setEnabled(false);
    }

    /** Camel says goodbye to the server before it stops polling, and waits for an answer. */
    @Override
    protected void doStop() throws Exception {
        schedule.unscheduleTask();
        var goodbye = new FutureTask<@Nullable Void>(() -> {
            super.doStop();
            return null;
        });
        var thread = Thread.ofVirtual().name("mailbox-stop").start(goodbye);
        if (!thread.join(MailboxSchedule.FAREWELL)) {
            thread.interrupt();
        }
        goodbye.get();
    }
}
