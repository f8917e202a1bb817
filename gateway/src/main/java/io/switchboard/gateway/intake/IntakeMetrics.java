package io.switchboard.gateway.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.switchboard.gateway.journal.JournalUnavailableException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What the edge counts: everything it took, everything it refused and why. */
@Component
class IntakeMetrics {

    private static final Logger log = LoggerFactory.getLogger(IntakeMetrics.class);

    /** An outage refuses thousands in a second; the counter counts them. */
    private static final long COMPLAIN_EVERY_NANOS = 1_000_000_000L;

    private final MeterRegistry meters;
    private final AtomicLong lastComplaint = new AtomicLong(System.nanoTime() - COMPLAIN_EVERY_NANOS);
    private final Map<Appending, Timer> timers = new ConcurrentHashMap<>();

    IntakeMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /** @param connector empty when the address names none that exists, so that strangers cannot invent tag values */
    void rejected(Optional<String> connector, String reason) {
        rejected(connector.orElse("none"), reason);
    }

    void rejected(String connector, String reason) {
        meters.counter("switchboard.deliveries.rejected", "connector", connector, "reason", reason)
                .increment();
    }

    void handshake(String connector, int status) {
        meters.counter("switchboard.handshakes", "connector", connector, "status", Integer.toString(status))
                .increment();
    }

    void unavailable(String connector, JournalUnavailableException away) {
        meters.counter("switchboard.deliveries.rejected", "connector", connector, "reason", "journal_unavailable")
                .increment();
        var now = System.nanoTime();
        var last = lastComplaint.get();
        if (now - last > COMPLAIN_EVERY_NANOS && lastComplaint.compareAndSet(last, now)) {
            log.atError()
                    .addKeyValue("connector", connector)
                    .addKeyValue("cause", away.getMessage())
                    .log("deliveries refused because the journal is away");
        }
    }

    /** One append, from verified to durable or refused. */
    void appended(String connector, boolean durable, long nanos) {
        timers.computeIfAbsent(new Appending(connector, durable), this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Appending appending) {
        return meters.timer(
                "switchboard.deliveries.appended",
                "connector",
                appending.connector(),
                "durable",
                Boolean.toString(appending.durable()));
    }

    private record Appending(String connector, boolean durable) {}
}
