package io.switchboard.gateway.journal;

import io.switchboard.canonical.ConnectionId;
import io.switchboard.connector.Body;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** A record of the journal on its way through the spool. Its headers are written as count, then name and value by length. */
record SpooledRecord(ConnectionId connection, String topic, Body key, Body value, Body headers) {

    static SpooledRecord of(ConnectionId connection, ProducerRecord<byte[], byte[]> kafka) {
        return new SpooledRecord(
                connection,
                kafka.topic(),
                Body.of(kafka.key()),
                Body.of(kafka.value()),
                Body.of(written(kafka.headers())));
    }

    ProducerRecord<byte[], byte[]> toKafka() {
        return new ProducerRecord<>(topic, null, key.bytes(), value.bytes(), read(headers.bytes()));
    }

    int size() {
        return key.size() + value.size() + headers.size();
    }

    private static byte[] written(Headers headers) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            var all = headers.toArray();
            out.writeInt(all.length);
            for (var header : all) {
                var name = header.key().getBytes(StandardCharsets.UTF_8);
                out.writeInt(name.length);
                out.write(name);
                out.writeInt(header.value().length);
                out.write(header.value());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static Headers read(byte[] written) {
        var headers = new RecordHeaders();
        try (var in = new DataInputStream(new ByteArrayInputStream(written))) {
            for (var left = in.readInt(); left > 0; left--) {
                var name = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
                headers.add(name, in.readNBytes(in.readInt()));
            }
        } catch (IOException notOurs) {
            throw new UncheckedIOException("the spool holds headers it did not write", notOurs);
        }
        return headers;
    }

    @Override
    public String toString() {
        return "SpooledRecord[" + connection + ", " + topic + ", " + value.size() + " bytes]";
    }
}
