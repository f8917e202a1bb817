package io.switchboard.sandbox.desk.contract;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Reads and writes the Kafka records of the contract's topics. */
public final class RecordCodec {

    public static final String TICKETS = "tickets";
    public static final String REPLIES = "replies";
    public static final String TICKET_STATE = "ticket-state";

    private static final byte[] NOTHING = {};

    private RecordCodec() {}

    /** A CloudEvent in binary content mode: attributes in headers {@code ce_…}, data in the value. Never throws. */
    public static TicketsRecord event(ConsumerRecord<String, byte[]> kafka) {
        var threadId = Optional.ofNullable(kafka.key()).orElse("");
        try {
            return new Event(
                    required(kafka, "ce_id"),
                    required(kafka, "ce_type"),
                    Long.parseLong(required(kafka, "ce_sequence")),
                    header(kafka, "ce_time").map(Instant::parse).orElseGet(() -> written(kafka)),
                    threadId,
                    Contract.read(value(kafka), Body.class));
        } catch (MalformedRecordException malformed) {
            return new UnreadableRecord(threadId, place(kafka), written(kafka), malformed.reason());
        } catch (NumberFormatException | DateTimeException notNumberNorTime) {
            return new UnreadableRecord(
                    threadId, place(kafka), written(kafka), "ce_sequence is not a number or ce_time is not a time");
        }
    }

    /** @throws MalformedRecordException when it is no reply command */
    public static ReplyCommand reply(ConsumerRecord<String, byte[]> kafka) {
        return Contract.read(value(kafka), ReplyCommand.class);
    }

    /** @throws MalformedRecordException when it is no change of a ticket's state */
    public static TicketStateChange ticketState(ConsumerRecord<String, byte[]> kafka) {
        return Contract.read(value(kafka), TicketStateChange.class);
    }

    public static ProducerRecord<String, byte[]> record(ReplyCommand command) {
        return new ProducerRecord<>(REPLIES, command.threadId(), Contract.write(command));
    }

    public static ProducerRecord<String, byte[]> record(TicketStateChange change) {
        return new ProducerRecord<>(TICKET_STATE, change.threadId(), Contract.write(change));
    }

    /** When it was written to its topic. */
    public static Instant written(ConsumerRecord<String, byte[]> kafka) {
        return Instant.ofEpochMilli(kafka.timestamp());
    }

    private static byte[] value(ConsumerRecord<String, byte[]> kafka) {
        return Optional.ofNullable(kafka.value()).orElse(NOTHING);
    }

    private static String required(ConsumerRecord<String, byte[]> kafka, String name) {
        return header(kafka, name).orElseThrow(() -> new MalformedRecordException("header " + name + " is missing"));
    }

    private static Optional<String> header(ConsumerRecord<String, byte[]> kafka, String name) {
        return Optional.ofNullable(kafka.headers().lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }

    private static String place(ConsumerRecord<String, byte[]> kafka) {
        return kafka.topic() + "-" + kafka.partition() + "@" + kafka.offset();
    }
}
