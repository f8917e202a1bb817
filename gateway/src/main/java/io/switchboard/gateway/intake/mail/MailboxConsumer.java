package io.switchboard.gateway.intake.mail;

import java.time.Duration;
import java.util.Optional;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/** Gives the mails of one mailbox to its route, one exchange each. */
final class MailboxConsumer extends DefaultConsumer {

    /** For a goodbye to the server, and then for the thread to end. */
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final MailboxWatch watch;
    private final MailboxHealth health;
    private Optional<Thread> thread = Optional.empty();

    MailboxConsumer(MailboxEndpoint endpoint, Processor processor, MailboxWatch watch, MailboxHealth health) {
        super(endpoint, processor);
        this.watch = watch;
        this.health = health;
    }

    /** Begins to stop, without waiting: there may be thousands. */
    void leave() {
        watch.leave();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        thread = Optional.of(Thread.ofVirtual().name("mailbox").start(() -> watch.stay(this::give)));
    }

    @Override
    protected void doStop() throws Exception {
        watch.leave();
        if (thread.isPresent() && !thread.get().join(FAREWELL)) {
            thread.get().interrupt();
            thread.get().join(FAREWELL);
        }
        health.close();
        super.doStop();
    }

    private void give(FoundMail mail) throws Exception {
        var exchange = createExchange(false);
        try {
            exchange.getIn().setBody(mail);
            getProcessor().process(exchange);
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
        } finally {
            releaseExchange(exchange, false);
        }
    }
}
