package io.switchboard.gateway.flow;

import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Brings a decided batch to its topics and moves the offsets of its deliveries. */
interface Publisher {

    /** Opens what a polling thread needs, before its consumer subscribes. */
    void prepare(String thread);

    /**
     * @param thread the polling thread it is called on
     * @param offsets of the whole batch, whatever became of its deliveries
     * @throws org.apache.kafka.common.KafkaException when the batch must be read again
     */
    void publish(
            String thread, Consumer<?, ?> consumer, Decided decided, Map<TopicPartition, OffsetAndMetadata> offsets);
}
