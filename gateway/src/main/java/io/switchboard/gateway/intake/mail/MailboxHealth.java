package io.switchboard.gateway.intake.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.AuthenticationFailedException;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/** Whether one mailbox can be read: told by its polls, shown as a gauge, logged when it changes. */
final class MailboxHealth implements PollingConsumerPollStrategy, ExceptionHandler, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MailboxHealth.class);

    private enum State {
        UNKNOWN(Double.NaN),
        UP(1),
        DOWN(0);

        private final double value;

        State(double value) {
            this.value = value;
        }
    }

    private final Mailbox mailbox;
    private final MailboxLogin login;
    private final MeterRegistry meters;
    private volatile State state = State.UNKNOWN;
    private final Gauge gauge;

    MailboxHealth(Mailbox mailbox, MailboxLogin login, MeterRegistry meters) {
        this.mailbox = mailbox;
        this.login = login;
        this.meters = meters;
        this.gauge = Gauge.builder("switchboard.mailbox.up", this, health -> health.state.value)
                .description("1 when the last look into the mailbox succeeded, 0 when it failed")
                .tags("connector", mailbox.connector(), "connection", mailbox.name())
                .register(meters);
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        return login.isWorthATry();
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        if (changesTo(State.UP)) {
            log.atInfo()
                    .addKeyValue("connector", mailbox.connector())
                    .addKeyValue("connection", mailbox.name())
                    .log("mailbox is read");
        }
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        if (cause instanceof AuthenticationFailedException) {
            login.refused();
        }
        failed(cause);
        return false;
    }

    @Override
    public void handleException(Throwable exception) {
        failed(exception);
    }

    @Override
    public void handleException(String message, Throwable exception) {
        failed(exception);
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {
        failed(exception);
    }

    @Override
    public void close() {
        meters.remove(gauge);
    }

    /** Names what went wrong, never what the server said: that may repeat the login. */
    private void failed(Throwable failure) {
        if (changesTo(State.DOWN)) {
            log.atWarn()
                    .addKeyValue("connector", mailbox.connector())
                    .addKeyValue("connection", mailbox.name())
                    .addKeyValue("cause", name(failure))
                    .log("mailbox cannot be read");
        }
    }

    private synchronized boolean changesTo(State next) {
        var changes = state != next;
        state = next;
        return changes;
    }

    private static String name(Throwable failure) {
        var outer = failure.getClass().getSimpleName();
        var root = NestedExceptionUtils.getRootCause(failure);
        return root == null ? outer : outer + " by " + root.getClass().getSimpleName();
    }
}
