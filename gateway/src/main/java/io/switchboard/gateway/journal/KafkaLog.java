package io.switchboard.gateway.journal;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Kafka as the edge uses it: every record answers within {@code acknowledge-within}, and a cluster that keeps failing or falls
 * behind is left alone for a while.
 */
@Component
final class KafkaLog implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(KafkaLog.class);

    /** In a row, until Kafka is left alone. */
    private static final int FAILURES = 3;

    /** The client answers in time by itself, but for one silence: as long as it has not got its producer id, nothing expires. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Producer<byte[], byte[]> producer;
    private final CircuitBreaker breaker;
    private final AtomicLong inFlight = new AtomicLong();
    private final Queue<Attempt> attempts = new ConcurrentLinkedQueue<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final long mostInFlight;
    private final long patience;
    private volatile boolean known;

    KafkaLog(Producer<byte[], byte[]> journalProducer, JournalProperties properties, MeterRegistry meters) {
        this.producer = journalProducer;
        this.mostInFlight = properties.kafkaInFlight().toBytes();
        this.patience = properties.acknowledgeWithin().plus(GRACE).toNanos();
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
        Thread.ofVirtual().name("journal-overdue").start(this::giveUpOverdue);
    }

    private static void tell(CircuitBreakerOnStateTransitionEvent event) {
        log.atWarn()
                .addKeyValue("from", event.getStateTransition().getFromState())
                .addKeyValue("to", event.getStateTransition().getToState())
                .log("journal's circuit breaker moved");
    }

    /** Told once. */
    interface Sent {
        void taken();

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
        var attempt = new Attempt(sent, kafka.value().length);
        inFlight.addAndGet(attempt.size);
        attempts.add(attempt);
        try {
            var ignored = producer.send(kafka, attempt);
            assert ignored != null;
        } catch (KafkaException | IllegalStateException closed) {
            attempt.onCompletion(null, closed);
        }
    }

    @Override
    public void close() {
        stopping.countDown();
    }

    private void giveUpOverdue() {
        try {
            while (!stopping.await(GRACE.toMillis() / 4, TimeUnit.MILLISECONDS)) {
                var first = attempts.peek();
                while (first != null && first.isOver(System.nanoTime())) {
                    attempts.remove();
                    first.giveUp();
                    first = attempts.peek();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** One record on its way. Forgets who waits for it as soon as they are told. */
    private final class Attempt implements Callback {

        private final AtomicReference<@Nullable Sent> waiting;
        private final int size;
        private final long started = System.nanoTime();

        Attempt(Sent sent, int size) {
            this.waiting = new AtomicReference<>(sent);
            this.size = size;
        }

        /** Of the same patience all, so that none is over much before the first. */
        boolean isOver(long now) {
            return waiting.get() == null || now - started > patience;
        }

        @Override
        public void onCompletion(@Nullable RecordMetadata where, @Nullable Exception failure) {
            inFlight.addAndGet(-size);
            var sent = waiting.getAndSet(null);
            if (sent == null) {
                return;
            }
            if (failure == null) {
                breaker.onSuccess(System.nanoTime() - started, TimeUnit.NANOSECONDS);
                sent.taken();
            } else {
                refuse(sent, failure);
            }
        }

        void giveUp() {
            var sent = waiting.getAndSet(null);
            if (sent != null) {
                refuse(sent, new TimeoutException("Kafka's client kept silent"));
            }
        }

        private void refuse(Sent sent, Exception failure) {
            breaker.onError(System.nanoTime() - started, TimeUnit.NANOSECONDS, failure);
            sent.refused(failure);
        }
    }
}
