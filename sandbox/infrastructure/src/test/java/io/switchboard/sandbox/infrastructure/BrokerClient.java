package io.switchboard.sandbox.infrastructure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** An ordinary Kafka client of one topic. */
record BrokerClient(String bootstrapServers, String topic) {

    /** Sends one record per value and returns when the broker has acknowledged each. */
    void send(String... values) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(producerSettings())) {
            sendAll(producer, values);
        }
    }

    void commit(String... values) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, String> producer = transaction()) {
            sendAll(producer, values);
            producer.commitTransaction();
        }
    }

    void abort(String... values) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, String> producer = transaction()) {
            sendAll(producer, values);
            producer.abortTransaction();
        }
    }

    /** Every value up to the end of the topic as a consumer of this isolation level sees it, sorted. */
    List<String> values(String isolationLevel) {
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = consumer(isolationLevel)) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(read -> values.add(read.value()));
            }
        }
        return values.stream().sorted().toList();
    }

    /** How many the topic has; 0 when there is no such topic. Asking is what creates one where that is permitted. */
    int partitions() {
        try (KafkaConsumer<String, String> consumer = consumer("read_committed")) {
            return partitions(consumer).size();
        }
    }

    private List<TopicPartition> partitions(KafkaConsumer<String, String> consumer) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private KafkaConsumer<String, String> consumer(String isolationLevel) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                isolationLevel,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class);
        return new KafkaConsumer<>(settings);
    }

    private KafkaProducer<String, String> transaction() {
        Map<String, Object> settings = producerSettings();
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "transactions-of-" + topic);
        KafkaProducer<String, String> producer = new KafkaProducer<>(settings);
        producer.initTransactions();
        producer.beginTransaction();
        return producer;
    }

    private void sendAll(KafkaProducer<String, String> producer, String... values)
            throws ExecutionException, InterruptedException {
        for (String value : values) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    private Map<String, Object> producerSettings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "3000");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(16 * 1024 * 1024));
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, Integer.toString(32 * 1024 * 1024));
        return settings;
    }
}
