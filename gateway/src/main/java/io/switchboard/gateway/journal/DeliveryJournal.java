package io.switchboard.gateway.journal;

import io.switchboard.canonical.DeliveryId;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Delivery;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.stereotype.Component;

/**
 * The only way into the journal. Kafka first; what it does not take in time goes to the spool; what that does not take either is
 * refused, and the sender keeps it.
 */
@Component
public final class DeliveryJournal implements Journal {

    /** Kafka's time and the spool's together are less. */
    private static final int LONGEST_SECONDS = 15;

    private final KafkaLog kafka;
    private final Spool spool;
    private final SpoolWatch watch;
    private final RecordCodec codec;
    private final DeliveryIds ids;
    private final Clock clock;

    DeliveryJournal(KafkaLog kafka, Spool spool, SpoolWatch watch, RecordCodec codec, DeliveryIds ids, Clock clock) {
        this.kafka = kafka;
        this.spool = spool;
        this.watch = watch;
        this.codec = codec;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public DeliveryId newId() {
        return ids.next();
    }

    @Override
    public void append(Delivery delivery, ConnectionRef connection) throws JournalUnavailableException {
        var result = new CompletableFuture<Void>();
        write(() -> codec.write(delivery, connection), connection, new Completion(result));
        await(result);
    }

    @Override
    public void appendBulk(Delivery delivery, ConnectionRef connection) throws JournalUnavailableException {
        var result = new CompletableFuture<Void>();
        write(() -> codec.writeSlow(delivery, connection), connection, new Completion(result));
        await(result);
    }

    /** As {@link #append(Delivery, ConnectionRef)}, without waiting: the edge has more to do. */
    public void append(Delivery delivery, ConnectionRef connection, Appended told) {
        if (codec.claims(delivery)) {
            // Its body goes to the blob store first, which is a disk.
            Thread.startVirtualThread(() -> write(() -> codec.write(delivery, connection), connection, told));
        } else {
            write(() -> codec.write(delivery, connection), connection, told);
        }
    }

    /**
     * Appends what we did ourselves. Never spooled: whoever reports keeps what it has to say.
     *
     * @throws JournalUnavailableException when it must be reported again; a second report of the same step is harmless
     */
    public void append(Report report, ConnectionRef connection) throws JournalUnavailableException {
        var result = new CompletableFuture<Void>();
        var told = new Completion(result);
        kafka.send(codec.write(ids.next(), clock.instant(), report, connection), new KafkaLog.Sent() {
            @Override
            public void taken() {
                told.durable();
            }

            @Override
            public void refused(Exception why) {
                told.unavailable(new JournalUnavailableException("the journal did not acknowledge in time", why));
            }
        });
        await(result);
    }

    /** A delivery as a record; its body may go to the blob store on the way. */
    private interface Writing {
        ProducerRecord<byte[], byte[]> record() throws IOException;
    }

    private void write(Writing writing, ConnectionRef connection, Appended told) {
        if (watch.isCurrent()) {
            writeNow(writing, connection, told);
        } else {
            // This process stood still, or PostgreSQL does.
            Thread.startVirtualThread(() -> {
                watch.await();
                writeNow(writing, connection, told);
            });
        }
    }

    private void writeNow(Writing writing, ConnectionRef connection, Appended told) {
        ProducerRecord<byte[], byte[]> record;
        try {
            record = writing.record();
        } catch (IOException blobStore) {
            told.unavailable(new JournalUnavailableException("the blob store did not take the body", blobStore));
            return;
        }
        if (spool.holds(connection.id()) || !kafka.isOpen()) {
            spool.store(connection.id(), record, told);
            return;
        }
        kafka.send(record, new KafkaLog.Sent() {
            @Override
            public void taken() {
                told.durable();
            }

            @Override
            public void refused(Exception why) {
                spool.store(connection.id(), record, told);
            }
        });
    }

    private static void await(CompletableFuture<Void> told) throws JournalUnavailableException {
        try {
            told.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new JournalUnavailableException("stopped while waiting for the journal", stopping);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof JournalUnavailableException why
                    ? why
                    : new JournalUnavailableException("the journal failed", failed);
        } catch (TimeoutException silent) {
            throw new JournalUnavailableException("the journal did not answer", silent);
        }
    }

    private record Completion(CompletableFuture<Void> result) implements Appended {

        @Override
        public void durable() {
            result.complete(null);
        }

        @Override
        public void unavailable(JournalUnavailableException why) {
            result.completeExceptionally(why);
        }
    }
}
