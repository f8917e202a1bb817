package io.switchboard.gateway.journal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.stereotype.Component;

/** Reads single records back: for replay, and for files that came within a delivery. */
@Component
public final class JournalReader {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final JournalProperties properties;
    private final RecordCodec codec;

    JournalReader(JournalProperties properties, RecordCodec codec) {
        this.properties = properties;
        this.codec = codec;
    }

    /**
     * @return empty when the record is no longer, or not yet, in the journal
     * @throws IOException when a claimed body cannot be read
     */
    public Optional<JournalEntry> read(Position position) throws IOException {
        var partition = new TopicPartition(position.topic(), position.partition());
        var settings = java.util.Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                properties.bootstrapServers(),
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                1,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var begin = consumer.beginningOffsets(List.of(partition), PATIENCE).getOrDefault(partition, 0L);
            var end = consumer.endOffsets(List.of(partition), PATIENCE).getOrDefault(partition, 0L);
            if (position.offset() < begin || position.offset() >= end) {
                return Optional.empty();
            }
            consumer.assign(List.of(partition));
            consumer.seek(partition, position.offset());
            for (var found : consumer.poll(PATIENCE)) {
                if (found.offset() == position.offset()) {
                    return Optional.of(codec.read(new JournalRecord(
                            position, found.timestamp(), found.key(), found.value(), found.headers())));
                }
            }
            return Optional.empty();
        }
    }
}
