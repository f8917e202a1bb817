package io.switchboard.gateway.journal;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The Invalid Message Channel for what is no delivery: control messages nobody can carry out. */
@Component
public class LetterBox {

    private static final Logger log = LoggerFactory.getLogger(LetterBox.class);

    private final KafkaProducer<byte[], byte[]> producer;

    LetterBox(KafkaProducer<byte[], byte[]> journalProducer) {
        this.producer = journalProducer;
    }

    /**
     * @param topic where the message came from
     * @throws JournalUnavailableException when the message is not kept and must be read again
     */
    public void invalid(String topic, byte[] value, String reason) throws JournalUnavailableException {
        var letter = new ProducerRecord<byte[], byte[]>(Topics.INVALID, null, value);
        letter.headers().add(JournalHeader.TOPIC, topic.getBytes(StandardCharsets.UTF_8));
        letter.headers().add(JournalHeader.REASON, reason.getBytes(StandardCharsets.UTF_8));
        try {
            producer.send(letter).get(10, TimeUnit.SECONDS);
            log.atWarn()
                    .addKeyValue("topic", topic)
                    .addKeyValue("reason", reason)
                    .log("control message refused");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new JournalUnavailableException("stopped while waiting for the journal", stopping);
        } catch (ExecutionException | TimeoutException | KafkaException failed) {
            throw new JournalUnavailableException("the journal did not acknowledge in time", failed);
        }
    }
}
