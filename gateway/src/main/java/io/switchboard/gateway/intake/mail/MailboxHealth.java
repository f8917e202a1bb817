package io.switchboard.gateway.intake.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/** Whether one mailbox can be read: told by its reader, shown as a gauge, logged when it changes. */
final class MailboxHealth implements AutoCloseable {

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
    private final MeterRegistry meters;
    private volatile State state = State.UNKNOWN;
    private final Gauge gauge;

    MailboxHealth(Mailbox mailbox, MeterRegistry meters) {
        this.mailbox = mailbox;
        this.meters = meters;
        this.gauge = Gauge.builder("switchboard.mailbox.up", this, health -> health.state.value)
                .description("1 when the last look into the mailbox succeeded, 0 when it failed")
                .tags("connector", mailbox.connector(), "connection", mailbox.name())
                .register(meters);
    }

    void up() {
        if (changesTo(State.UP)) {
            log.atInfo()
                    .addKeyValue("connector", mailbox.connector())
                    .addKeyValue("connection", mailbox.name())
                    .log("mailbox is read");
        }
    }

    /** Names what went wrong, never what the server said: that may repeat the login. */
    void down(Exception failure) {
        if (changesTo(State.DOWN)) {
            log.atWarn()
                    .addKeyValue("connector", mailbox.connector())
                    .addKeyValue("connection", mailbox.name())
                    .addKeyValue("cause", name(failure))
                    .log("mailbox cannot be read");
        }
    }

    @Override
    public void close() {
        meters.remove(gauge);
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
