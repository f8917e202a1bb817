package io.switchboard.gateway.journal;

import io.switchboard.canonical.ConnectionId;
import io.switchboard.canonical.DeliveryId;
import io.switchboard.canonical.TenantId;
import io.switchboard.canonical.json.CanonicalJson;
import io.switchboard.connector.Body;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.Headers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.stereotype.Component;

/**
 * How a delivery is written to and read from a Kafka record: raw bytes as value, the rest as headers. Credentials of the
 * request never reach the journal.
 */
@Component
public final class RecordCodec {

    private final BlobStore blobs;
    private final long claimCheckAbove;

    RecordCodec(BlobStore blobs, JournalProperties properties) {
        this.blobs = blobs;
        this.claimCheckAbove = properties.claimCheckAbove().toBytes();
    }

    ProducerRecord<byte[], byte[]> write(Delivery delivery, ConnectionRef connection) throws IOException {
        var body = delivery.body();
        var claimed = claims(delivery);
        var kafka = base(delivery.id(), delivery.receivedAt(), connection, claimed ? new byte[0] : body.bytes());
        put(kafka, JournalHeader.METHOD, delivery.method());
        put(kafka, JournalHeader.TARGET, delivery.target());
        kafka.headers().add(JournalHeader.FIELDS, FieldLines.of(delivery.headers()));
        if (claimed) {
            put(kafka, JournalHeader.BLOB, blobs.put(body));
        }
        return kafka;
    }

    /** Whether the body is large enough to wait in the blob store. */
    boolean claims(Delivery delivery) {
        return delivery.body().size() > claimCheckAbove;
    }

    /** The same for the slow lane. */
    ProducerRecord<byte[], byte[]> writeSlow(Delivery delivery, ConnectionRef connection) throws IOException {
        var kafka = write(delivery, connection);
        var slow = new ProducerRecord<>(Topics.slow(kafka.topic()), null, kafka.key(), kafka.value(), kafka.headers());
        SlowTicket.BULK.addTo(slow.headers());
        return slow;
    }

    ProducerRecord<byte[], byte[]> write(DeliveryId id, Instant at, Report report, ConnectionRef connection) {
        var kafka = base(id, at, connection, CanonicalJson.write(report));
        put(kafka, JournalHeader.REPORT, report.getClass().getSimpleName());
        return kafka;
    }

    /** @throws IOException when a claimed body cannot be read */
    public JournalEntry read(JournalRecord record) throws IOException {
        var connection = new ConnectionRef(
                new TenantId(required(record, JournalHeader.TENANT)),
                ConnectionId.parse(required(record, JournalHeader.CONNECTION_ID)),
                required(record, JournalHeader.CONNECTOR),
                required(record, JournalHeader.CONNECTION),
                required(record, JournalHeader.ACCOUNT),
                Map.of());
        var blob = record.text(JournalHeader.BLOB);
        var body = blob.isEmpty() ? Body.of(record.value()) : blobs.get(blob.get());
        var id = DeliveryId.parse(required(record, JournalHeader.DELIVERY_ID));
        var receivedAt = Instant.ofEpochMilli(Long.parseLong(required(record, JournalHeader.RECEIVED_AT)));
        var report = record.text(JournalHeader.REPORT);
        var fields = report.isEmpty() ? FieldLines.read(requiredBytes(record, JournalHeader.FIELDS)) : Headers.NONE;
        var origin = new JournalEntry.Origin(
                record.firstPosition(),
                Instant.ofEpochMilli(record.timestamp()),
                id,
                receivedAt,
                connection,
                body.sha256(),
                body.size(),
                report.isEmpty()
                        ? fields.first("content-type").orElse("application/octet-stream")
                        : "application/json");
        if (report.isPresent()) {
            return new JournalEntry.Reported(origin, report(report.get(), body));
        }
        var delivery = new Delivery(
                id,
                receivedAt,
                required(record, JournalHeader.METHOD),
                required(record, JournalHeader.TARGET),
                fields,
                body);
        return new JournalEntry.Arrived(origin, delivery);
    }

    /** The same record for another topic, with the reason it goes there; a claimed body stays claimed. */
    public ProducerRecord<byte[], byte[]> letter(String topic, JournalEntry entry, String reason) {
        var origin = entry.origin();
        var written = switch (entry) {
            case JournalEntry.Arrived arrived -> written(arrived.delivery(), origin.connection());
            case JournalEntry.Reported ours ->
                write(origin.delivery(), origin.receivedAt(), ours.report(), origin.connection());
        };
        var letter = new ProducerRecord<>(topic, null, written.key(), written.value(), written.headers());
        put(letter, JournalHeader.REASON, reason);
        put(letter, JournalHeader.POSITION, origin.position().toString());
        return letter;
    }

    private ProducerRecord<byte[], byte[]> written(Delivery delivery, ConnectionRef connection) {
        try {
            return write(delivery, connection);
        } catch (IOException blobStore) {
            throw new java.io.UncheckedIOException("the blob store did not take the body", blobStore);
        }
    }

    private static ProducerRecord<byte[], byte[]> base(
            DeliveryId id, Instant receivedAt, ConnectionRef connection, byte[] value) {
        var key = connection.id().toString().getBytes(StandardCharsets.US_ASCII);
        var kafka = new ProducerRecord<byte[], byte[]>(Topics.deliveries(connection.connector()), key, value);
        put(kafka, JournalHeader.DELIVERY_ID, id.toString());
        put(kafka, JournalHeader.RECEIVED_AT, Long.toString(receivedAt.toEpochMilli()));
        put(kafka, JournalHeader.TENANT, connection.tenant().value());
        put(kafka, JournalHeader.CONNECTION_ID, connection.id().toString());
        put(kafka, JournalHeader.CONNECTOR, connection.connector());
        put(kafka, JournalHeader.CONNECTION, connection.name());
        put(kafka, JournalHeader.ACCOUNT, connection.account());
        return kafka;
    }

    private static Report report(String kind, Body body) throws IOException {
        return switch (kind) {
            case "ReplyProgress" -> CanonicalJson.read(body.bytes(), Report.ReplyProgress.class);
            case "AttachmentProgress" -> CanonicalJson.read(body.bytes(), Report.AttachmentProgress.class);
            default -> throw new IllegalStateException("the journal holds a report of unknown kind " + kind);
        };
    }

    private static void put(ProducerRecord<byte[], byte[]> kafka, String name, String value) {
        kafka.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String required(JournalRecord record, String name) {
        return new String(requiredBytes(record, name), StandardCharsets.UTF_8);
    }

    private static byte[] requiredBytes(JournalRecord record, String name) {
        var header = record.headers().lastHeader(name);
        if (header == null) {
            throw new IllegalStateException("a journal record has no header " + name);
        }
        return header.value();
    }
}
