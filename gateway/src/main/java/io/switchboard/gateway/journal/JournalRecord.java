package io.switchboard.gateway.journal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * One record of the journal as it lies there; {@link RecordCodec} reads it.
 *
 * @param timestamp in milliseconds since 1970, when Kafka took it; on the slow way it keeps it
 * @param key of its connection
 */
// Nobody compares these.
@SuppressWarnings("ArrayRecordComponent")
public record JournalRecord(Position position, long timestamp, byte[] key, byte[] value, Headers headers) {

    /** Of equal connections equal. */
    public String connection() {
        return new String(key, StandardCharsets.US_ASCII);
    }

    /** Empty when it is no record of ours. */
    public String tenant() {
        return text(JournalHeader.TENANT).orElse("");
    }

    /** Whether it tells of what we did ourselves. */
    public boolean isReport() {
        return headers.lastHeader(JournalHeader.REPORT) != null;
    }

    /** Present when it came the slow way. */
    public Optional<SlowTicket> slowTicket() {
        return text(JournalHeader.SLOW_LANE).map(SlowTicket::parse);
    }

    /** Present when it was brought back from there. */
    public Optional<Carried> carried() {
        return text(JournalHeader.CARRIED).map(Carried::parse);
    }

    /**
     * Where it stood before it took the slow way; claims are made under this position. A record may have been decided there already when
     * its batch failed and it had to take the slow way at the second attempt.
     */
    Position firstPosition() {
        return text(JournalHeader.FIRST_POSITION).map(Position::parse).orElse(position);
    }

    /** The same record for the slow way, on the partition of the same number. */
    public ProducerRecord<byte[], byte[]> slow(SlowTicket ticket) {
        var slow = new ProducerRecord<>(
                Topics.slow(position.topic()), position.partition(), timestamp, key, value, headers);
        slow.headers()
                .add(JournalHeader.FIRST_POSITION, firstPosition().toString().getBytes(StandardCharsets.US_ASCII));
        ticket.addTo(slow.headers());
        return slow;
    }

    /** A header of ours as text. */
    Optional<String> text(String name) {
        var header = headers.lastHeader(name);
        return header == null ? Optional.empty() : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "JournalRecord[" + position + ", " + value.length + " bytes]";
    }
}
