package io.switchboard.gateway.flow;

import io.switchboard.gateway.journal.JournalEntry;
import io.switchboard.gateway.journal.Position;
import io.switchboard.gateway.journal.RecordCodec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.DefaultKafkaManualCommit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One batch from the journal to {@code tickets}. Whatever happens in between, a crash included, the batch's events are published
 * exactly once for readers of committed records: the claims are stored before, offsets move with the events.
 */
@Component("inboundBatch")
class InboundBatch {

    private static final Logger log = LoggerFactory.getLogger(InboundBatch.class);

    private final RecordCodec codec;
    private final Normalizer normalizer;
    private final InboundTransaction transaction;
    private final Publisher publisher;
    private final Map<String, NextOffsets> threads = new ConcurrentHashMap<>();

    InboundBatch(RecordCodec codec, Normalizer normalizer, InboundTransaction transaction, Publisher publisher) {
        this.codec = codec;
        this.normalizer = normalizer;
        this.transaction = transaction;
        this.publisher = publisher;
    }

    /** Called by Camel on the polling thread, with all records of a batch as child exchanges. */
    public void process(Exchange batch) throws IOException {
        var commit = batch.getMessage().getHeader(KafkaConstants.MANUAL_COMMIT, DefaultKafkaManualCommit.class);
        if (commit == null) {
            throw new IllegalStateException("the route hands out no manual commit: allowManualCommit is off");
        }
        var thread = commit.getThreadId();
        var nextOffsets = threads.computeIfAbsent(thread, first -> new NextOffsets());
        var done = false;
        try {
            process(batch, thread, commit.getCamelExchangePayload().consumer, nextOffsets);
            done = true;
        } finally {
            if (!done) {
                nextOffsets.forget();
            }
        }
    }

    private void process(Exchange batch, String thread, Consumer<?, ?> consumer, NextOffsets nextOffsets)
            throws IOException {
        nextOffsets.follow(consumer);
        var assigned = consumer.assignment();
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        var entries = new ArrayList<Normalized>();
        for (var child : batch.getMessage().getBody(List.class)) {
            var exchange = (Exchange) child;
            var position = position(exchange);
            var partition = new TopicPartition(position.topic(), position.partition());
            if (!assigned.contains(partition) || !nextOffsets.takes(partition, position.offset())) {
                log.atInfo().addKeyValue("position", position).log("record of before a rebalance passed over");
                continue;
            }
            offsets.put(partition, new OffsetAndMetadata(position.offset() + 1));
            entries.add(normalizer.normalize(read(exchange, position)));
        }
        if (!offsets.isEmpty()) {
            publisher.publish(thread, consumer, transaction.decide(entries), offsets);
        }
    }

    private JournalEntry read(Exchange exchange, Position position) throws IOException {
        var message = exchange.getMessage();
        return codec.read(
                position,
                message.getHeader(KafkaConstants.TIMESTAMP, Long.class),
                message.getBody(byte[].class),
                name -> message.getHeader(name, byte[].class));
    }

    private static Position position(Exchange exchange) {
        var message = exchange.getMessage();
        return new Position(
                message.getHeader(KafkaConstants.TOPIC, String.class),
                message.getHeader(KafkaConstants.PARTITION, Integer.class),
                message.getHeader(KafkaConstants.OFFSET, Long.class));
    }
}
