package io.switchboard.gateway.journal;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Kafka as the edge uses it: every record answers within {@code acknowledge-within}, and a cluster that keeps failing or falls
 * behind is left alone for a while.
 */
@Component
final class KafkaLog {

    private static final Logger log = LoggerFactory.getLogger(KafkaLog.class);

    /** In a row, until Kafka is left alone. */
    private static final int FAILURES = 3;

    private final KafkaProducer<byte[], byte[]> producer;
    private final CircuitBreaker breaker;
    private final AtomicLong inFlight = new AtomicLong();
    private final long mostInFlight;
    private volatile boolean known;

    KafkaLog(KafkaProducer<byte[], byte[]> journalProducer, JournalProperties properties, MeterRegistry meters) {
        this.producer = journalProducer;
        this.mostInFlight = properties.kafkaInFlight().toBytes();
        var breakers = CircuitBreakerRegistry.ofDefaults();
        this.breaker = breakers.circuitBreaker(
                "journal",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(FAILURES)
                        .minimumNumberOfCalls(FAILURES)
                        .failureRateThreshold(100)
                        .waitDurationInOpenState(properties.retryKafkaAfter())
                        .permittedNumberOfCallsInHalfOpenState(3)
                        .build());
        breaker.getEventPublisher().onStateTransition(KafkaLog::tell);
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
    }

    private static void tell(CircuitBreakerOnStateTransitionEvent event) {
        log.atWarn()
                .addKeyValue("from", event.getStateTransition().getFromState())
                .addKeyValue("to", event.getStateTransition().getToState())
                .log("journal's circuit breaker moved");
    }

    /** Told once, on the producer's thread. */
    interface Sent {
        void taken(RecordMetadata where);

        void refused(Exception why);
    }

    /**
     * Begins to use Kafka. Learns where the topics are first, so that {@code send} never waits for it.
     *
     * @throws KafkaException when Kafka is away or a topic is missing
     */
    void open(Collection<String> topics) {
        for (var topic : topics) {
            if (producer.partitionsFor(topic).isEmpty()) {
                throw new KafkaException("topic " + topic + " has no partitions");
            }
        }
        known = true;
    }

    /** Whether Kafka is worth asking; a yes must be followed by one {@link #send}. */
    boolean isOpen() {
        return known && inFlight.get() <= mostInFlight && breaker.tryAcquirePermission();
    }

    boolean isFailing() {
        return !known || breaker.getState() != CircuitBreaker.State.CLOSED;
    }

    long inFlightBytes() {
        return inFlight.get();
    }

    void send(ProducerRecord<byte[], byte[]> kafka, Sent sent) {
        var size = kafka.value().length;
        var started = System.nanoTime();
        inFlight.addAndGet(size);
        try {
            var ignored = producer.send(kafka, (where, failure) -> {
                inFlight.addAndGet(-size);
                if (failure == null) {
                    breaker.onSuccess(System.nanoTime() - started, TimeUnit.NANOSECONDS);
                    sent.taken(where);
                } else {
                    breaker.onError(System.nanoTime() - started, TimeUnit.NANOSECONDS, failure);
                    sent.refused(failure);
                }
            });
            assert ignored != null;
        } catch (KafkaException | IllegalStateException closed) {
            inFlight.addAndGet(-size);
            breaker.onError(System.nanoTime() - started, TimeUnit.NANOSECONDS, closed);
            sent.refused(closed);
        }
    }
}
