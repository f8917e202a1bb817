package io.switchboard.gateway.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.switchboard.connector.Connector;
import io.switchboard.gateway.journal.JournalUnavailableException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What the edge counts: everything it took, everything it refused and why. */
@Component
class IntakeMetrics {

    private static final Logger log = LoggerFactory.getLogger(IntakeMetrics.class);

    private final MeterRegistry meters;

    IntakeMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /** @param connector empty when the address names none that exists, so that strangers cannot invent tag values */
    void rejected(Optional<Connector> connector, String reason) {
        var name = connector.map(known -> known.descriptor().name()).orElse("none");
        meters.counter("switchboard.deliveries.rejected", "connector", name, "reason", reason)
                .increment();
    }

    void handshake(String connector, int status) {
        meters.counter("switchboard.handshakes", "connector", connector, "status", Integer.toString(status))
                .increment();
    }

    void unavailable(String connector, JournalUnavailableException away) {
        meters.counter("switchboard.deliveries.rejected", "connector", connector, "reason", "journal_unavailable")
                .increment();
        log.atError()
                .addKeyValue("connector", connector)
                .addKeyValue("cause", away.getMessage())
                .log("delivery refused because the journal is away");
    }

    Appending appending(String connector) {
        return new Appending(connector, Timer.start(meters));
    }

    /** Times one append, from verified to durable. */
    final class Appending implements AutoCloseable {

        private final String connector;
        private final Timer.Sample sample;
        private boolean durable;

        private Appending(String connector, Timer.Sample sample) {
            this.connector = connector;
            this.sample = sample;
        }

        void succeeded() {
            durable = true;
        }

        @Override
        public void close() {
            sample.stop(meters.timer(
                    "switchboard.deliveries.appended", "connector", connector, "durable", Boolean.toString(durable)));
        }
    }
}
