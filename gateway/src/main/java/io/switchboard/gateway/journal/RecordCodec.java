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

    /** The same record for the slow lane. */
    ProducerRecord<byte[], byte[]> slow(ProducerRecord<byte[], byte[]> kafka, ConnectionRef connection) {
        return new ProducerRecord<>(
                Topics.bulk(connection.connector()), null, kafka.key(), kafka.value(), kafka.headers());
    }

    ProducerRecord<byte[], byte[]> write(DeliveryId id, Instant at, Report report, ConnectionRef connection) {
        var kafka = base(id, at, connection, CanonicalJson.write(report));
        put(kafka, "report", report.getClass().getSimpleName());
        return kafka;
    }

    /**
     * @param header a record's header by name, null when absent
     * @throws IOException when a claimed body cannot be read
     */
    public JournalEntry read(Position position, long timestamp, byte[] value, HeaderSource header) throws IOException {
        var connection = new ConnectionRef(
                new TenantId(text(header, "tenant")),
                ConnectionId.parse(text(header, "connection-id")),
                text(header, "connector"),
                text(header, "connection"),
                text(header, "account"),
                Map.of());
        var blob = header.value("sb-blob");
        var body = blob == null ? Body.of(value) : blobs.get(new String(blob, StandardCharsets.UTF_8));
        var id = DeliveryId.parse(text(header, "delivery-id"));
        var receivedAt = Instant.ofEpochMilli(Long.parseLong(text(header, "received-at")));
        var report = header.value("sb-report");
        var fields = report == null ? headers(text(header, "fields")) : Headers.NONE;
        var origin = new JournalEntry.Origin(
                position,
                Instant.ofEpochMilli(timestamp),
                id,
                receivedAt,
                connection,
                body.sha256(),
                body.size(),
                report == null ? fields.first("content-type").orElse("application/octet-stream") : "application/json");
        if (report != null) {
            return new JournalEntry.Reported(origin, report(new String(report, StandardCharsets.UTF_8), body));
        }
        var delivery = new Delivery(id, receivedAt, text(header, "method"), text(header, "target"), fields, body);
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

    /** A record's headers, wherever they come from. */
    @FunctionalInterface
    public interface HeaderSource {
        byte @org.jspecify.annotations.Nullable [] value(String name);
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
        kafka.headers().add("sb-" + name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(HeaderSource header, String name) {
        var value = header.value("sb-" + name);
        if (value == null) {
            throw new IllegalStateException("a journal record has no header sb-" + name);
        }
        return new String(value, StandardCharsets.UTF_8);
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
