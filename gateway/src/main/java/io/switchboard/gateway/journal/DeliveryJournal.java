package io.switchboard.gateway.journal;

import io.switchboard.canonical.DeliveryId;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Delivery;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.springframework.stereotype.Component;

/** The only way into the journal. */
@Component
public final class DeliveryJournal implements Journal {

    private final KafkaProducer<byte[], byte[]> producer;
    private final RecordCodec codec;
    private final DeliveryIds ids;
    private final Clock clock;
    private final long acknowledgeMillis;

    DeliveryJournal(
            KafkaProducer<byte[], byte[]> journalProducer,
            RecordCodec codec,
            DeliveryIds ids,
            Clock clock,
            JournalProperties properties) {
        this.producer = journalProducer;
        this.codec = codec;
        this.ids = ids;
        this.clock = clock;
        this.acknowledgeMillis = properties.acknowledgeWithin().toMillis();
    }

    @Override
    public void append(Delivery delivery, ConnectionRef connection) throws JournalUnavailableException {
        try {
            await(codec.write(delivery, connection));
        } catch (IOException blobStore) {
            throw new JournalUnavailableException("the blob store did not take the body", blobStore);
        }
    }

    /**
     * Appends what we did ourselves.
     *
     * @throws JournalUnavailableException when it must be reported again; a second report of the same step is harmless
     */
    public void append(Report report, ConnectionRef connection) throws JournalUnavailableException {
        await(codec.write(ids.next(), clock.instant(), report, connection));
    }

    private void await(ProducerRecord<byte[], byte[]> kafka) throws JournalUnavailableException {
        try {
            var metadata = producer.send(kafka).get(acknowledgeMillis, TimeUnit.MILLISECONDS);
            assert metadata != null;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new JournalUnavailableException("stopped while waiting for the journal", stopping);
        } catch (ExecutionException | TimeoutException | KafkaException failed) {
            throw new JournalUnavailableException("the journal did not acknowledge in time", failed);
        }
    }

    @Override
    public DeliveryId newId() {
        return ids.next();
    }
}
