package io.switchboard.gateway.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.stereotype.Component;

/**
 * How a delivery is written to and read from a Kafka record: raw bytes as value, the rest as headers. Credentials of the
 * request never reach the journal.
 */
@Component
public final class RecordCodec {

    private static final Set<String> CREDENTIALS = Set.of("authorization", "proxy-authorization", "cookie");
    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};
    private static final ObjectMapper JSON = new ObjectMapper();

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
        put(kafka, "method", delivery.method());
        put(kafka, "target", delivery.target());
        put(kafka, "fields", fields(delivery.headers()));
        if (claimed) {
            put(kafka, "blob", blobs.put(body));
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
        put(kafka, "report", report.getClass().getSimpleName());
        return kafka;
    }

    /** @throws IOException when a claimed body cannot be read */
    public JournalEntry read(JournalRecord record) throws IOException {
        var connection = new ConnectionRef(
                new TenantId(required(record, "tenant")),
                ConnectionId.parse(required(record, "connection-id")),
                required(record, "connector"),
                required(record, "connection"),
                required(record, "account"),
                Map.of());
        var blob = record.text("blob");
        var body = blob.isEmpty() ? Body.of(record.value()) : blobs.get(blob.get());
        var id = DeliveryId.parse(required(record, "delivery-id"));
        var receivedAt = Instant.ofEpochMilli(Long.parseLong(required(record, "received-at")));
        var report = record.text("report");
        var fields = report.isEmpty() ? headers(required(record, "fields")) : Headers.NONE;
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
        var delivery =
                new Delivery(id, receivedAt, required(record, "method"), required(record, "target"), fields, body);
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
        put(letter, "reason", reason);
        put(letter, "position", origin.position().toString());
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
        put(kafka, "delivery-id", id.toString());
        put(kafka, "received-at", Long.toString(receivedAt.toEpochMilli()));
        put(kafka, "tenant", connection.tenant().value());
        put(kafka, "connection-id", connection.id().toString());
        put(kafka, "connector", connection.connector());
        put(kafka, "connection", connection.name());
        put(kafka, "account", connection.account());
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
        kafka.headers().add(JournalRecord.PREFIX + name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String required(JournalRecord record, String name) {
        return record.text(name)
                .orElseThrow(() ->
                        new IllegalStateException("a journal record has no header " + JournalRecord.PREFIX + name));
    }

    private static String fields(Headers headers) {
        var kept = new java.util.LinkedHashMap<>(headers.asMap());
        kept.keySet().removeAll(CREDENTIALS);
        try {
            return JSON.writeValueAsString(kept);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts are always JSON", impossible);
        }
    }

    private static Headers headers(String fields) throws IOException {
        return Headers.of(JSON.readValue(fields, FIELDS));
    }
}
