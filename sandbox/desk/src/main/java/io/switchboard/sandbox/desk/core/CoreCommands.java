package io.switchboard.sandbox.desk.core;

import io.switchboard.sandbox.desk.contract.RecordCodec;
import io.switchboard.sandbox.desk.contract.ReplyCommand;
import io.switchboard.sandbox.desk.contract.TicketStateChange;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Command Messages of the core: replies, and what becomes of tickets. Returns when Kafka has them. */
public final class CoreCommands implements AutoCloseable {

    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final Producer<String, byte[]> producer;
    private final ThreadMemory memory;
    private final Clock clock;

    public CoreCommands(Producer<String, byte[]> producer, ThreadMemory memory, Clock clock) {
        this.producer = producer;
        this.memory = memory;
        this.clock = clock;
    }

    /** @throws IOException when Kafka did not confirm it; doing it again with the same command id is safe */
    public void reply(ReplyCommand command) throws IOException {
        send(RecordCodec.record(command));
        memory.apply(command, clock.instant());
    }

    /** @throws IOException when Kafka did not confirm it; doing it again is safe */
    public void close(String threadId, String ticketId) throws IOException {
        change(threadId, ticketId, TicketStateChange.CLOSED);
    }

    /** @throws IOException when Kafka did not confirm it; doing it again is safe */
    public void reopen(String threadId, String ticketId) throws IOException {
        change(threadId, ticketId, TicketStateChange.REOPENED);
    }

    @Override
    public void close() {
        producer.close(CLOSING);
    }

    private void change(String threadId, String ticketId, String state) throws IOException {
        var now = clock.instant();
        var change = new TicketStateChange(ticketId, threadId, state, Optional.of(now));
        send(RecordCodec.record(change));
        memory.apply(change, now);
    }

    private void send(ProducerRecord<String, byte[]> command) throws IOException {
        try {
            producer.send(command).get();
        } catch (ExecutionException refused) {
            throw new IOException("Kafka did not confirm a record on " + command.topic(), refused.getCause());
        } catch (KafkaException unavailable) {
            throw new IOException("Kafka did not take a record on " + command.topic(), unavailable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for Kafka");
        }
    }
}
