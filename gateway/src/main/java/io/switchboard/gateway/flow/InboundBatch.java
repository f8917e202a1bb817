package io.switchboard.gateway.flow;

import io.micrometer.core.instrument.MeterRegistry;
import io.switchboard.gateway.flow.SlowLane.Turn;
import io.switchboard.gateway.journal.JournalRecord;
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
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
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
    private final Shares shares;
    private final MeterRegistry meters;
    private final Map<String, Reader> readers = new ConcurrentHashMap<>();

    InboundBatch(
            RecordCodec codec,
            Normalizer normalizer,
            InboundTransaction transaction,
            Publisher publisher,
            Shares shares,
            MeterRegistry meters) {
        this.codec = codec;
        this.normalizer = normalizer;
        this.transaction = transaction;
        this.publisher = publisher;
        this.shares = shares;
        this.meters = meters;
    }

    /** What one polling thread knows about its partitions. */
    private record Reader(NextOffsets next, SlowLane slowLane) {

        void follow(Consumer<?, ?> consumer) {
            var committed = next.follow(consumer);
            if (!committed.isEmpty()) {
                slowLane.begin(committed);
            }
        }
    }

    /** Called by Camel on the polling thread, with all records of a batch as child exchanges. */
    public void process(Exchange batch) throws IOException {
        var commit = batch.getMessage().getHeader(KafkaConstants.MANUAL_COMMIT, DefaultKafkaManualCommit.class);
        if (commit == null) {
            throw new IllegalStateException("the route hands out no manual commit: allowManualCommit is off");
        }
        var thread = commit.getThreadId();
        var reader =
                readers.computeIfAbsent(thread, first -> new Reader(new NextOffsets(), new SlowLane(shares::take)));
        var done = false;
        try {
            process(batch, thread, commit.getCamelExchangePayload().consumer, reader);
            done = true;
        } finally {
            if (!done) {
                reader.next().forget();
            }
        }
    }

    private void process(Exchange batch, String thread, Consumer<?, ?> consumer, Reader reader) throws IOException {
        reader.follow(consumer);
        var assigned = consumer.assignment();
        var next = new HashMap<TopicPartition, Long>();
        var entries = new ArrayList<Normalized>();
        var diverted = new ArrayList<ProducerRecord<byte[], byte[]>>();
        for (var child : batch.getMessage().getBody(List.class)) {
            var record = record((Exchange) child);
            var position = record.position();
            var partition = new TopicPartition(position.topic(), position.partition());
            if (!assigned.contains(partition) || !reader.next().takes(partition, position.offset())) {
                log.atInfo().addKeyValue("position", position).log("record of before a rebalance passed over");
                continue;
            }
            next.put(partition, position.offset() + 1);
            switch (reader.slowLane().turn(partition, record)) {
                case Turn.Now now -> entries.add(normalizer.normalize(codec.read(record)));
                case Turn.Later later -> diverted.add(later.slow());
                case Turn.Never never ->
                    log.atInfo()
                            .addKeyValue("position", position)
                            .log("record brought back twice or too early passed over");
            }
        }
        if (!next.isEmpty()) {
            var decided = entries.isEmpty() ? Decided.NOTHING : transaction.decide(entries);
            var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
            next.forEach((partition, offset) -> offsets.put(
                    partition,
                    new OffsetAndMetadata(
                            offset, reader.slowLane().state(partition).metadata())));
            publisher.publish(thread, consumer, decided.and(diverted), offsets);
            meters.counter("switchboard.flow.diverted").increment(diverted.size());
        }
    }

    private static JournalRecord record(Exchange exchange) {
        var message = exchange.getMessage();
        var position = new Position(
                message.getHeader(KafkaConstants.TOPIC, String.class),
                message.getHeader(KafkaConstants.PARTITION, Integer.class),
                message.getHeader(KafkaConstants.OFFSET, Long.class));
        return new JournalRecord(
                position,
                message.getHeader(KafkaConstants.TIMESTAMP, Long.class),
                message.getHeader(KafkaConstants.KEY, byte[].class),
                message.getBody(byte[].class),
                message.getHeader(KafkaConstants.HEADERS, Headers.class));
    }
}
