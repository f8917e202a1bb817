package io.switchboard.canonical.json;

import io.switchboard.canonical.Channel;
import io.switchboard.canonical.CloudEvent;
import io.switchboard.canonical.EventId;
import io.switchboard.canonical.Surface;
import io.switchboard.canonical.TenantId;
import io.switchboard.canonical.ThreadId;
import io.switchboard.canonical.TicketEvent;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A CloudEvent's attributes as record headers, binary content mode of the Kafka Protocol Binding for CloudEvents 1.0.2 §3.2;
 * all values are UTF-8 texts. The record's key is {@code ce_partitionkey}.
 */
public final class CloudEventHeaders {

    /** What {@code ce_dataschema} says about every value on {@code tickets}. */
    public static final String DATA_SCHEMA = "https://switchboard.io/schema/v1/ticket-event.json";

    private static final String CONTENT_TYPE = "application/json";
    private static final EnumNames<Channel> CHANNELS = EnumNames.of(Channel.class);
    private static final EnumNames<Surface> SURFACES = EnumNames.of(Surface.class);

    private CloudEventHeaders() {}

    /** By header name, in a fixed order. */
    public static Map<String, String> of(CloudEvent event) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", CloudEvent.SPEC_VERSION);
        headers.put("ce_id", event.id().toString());
        headers.put("ce_type", event.type());
        headers.put("ce_source", event.source());
        headers.put("ce_subject", event.subject());
        headers.put("ce_time", Timestamp.of(event.time()));
        headers.put("ce_partitionkey", event.partitionKey().toString());
        headers.put("ce_sequence", Long.toString(event.sequence()));
        headers.put("ce_tenantid", event.tenantId().value());
        headers.put("ce_channel", EnumNames.of(event.channel()));
        headers.put("ce_surface", EnumNames.of(event.surface()));
        event.traceparent().ifPresent(trace -> headers.put("ce_traceparent", trace));
        headers.put("content-type", CONTENT_TYPE);
        headers.put("ce_dataschema", DATA_SCHEMA);
        return headers;
    }

    /**
     * Headers it does not know are passed over; channels and surfaces from the future read as {@code custom}.
     *
     * @param data the record's value, already read
     * @throws CanonicalJson.UnreadableException when a required header is missing or is not what its attribute demands
     */
    public static CloudEvent read(Map<String, String> headers, TicketEvent data) {
        if (!required(headers, "ce_specversion").equals(CloudEvent.SPEC_VERSION)) {
            throw new CanonicalJson.UnreadableException("ce_specversion is not " + CloudEvent.SPEC_VERSION);
        }
        return new CloudEvent(
                parsed(headers, "ce_id", EventId::parse),
                required(headers, "ce_type"),
                required(headers, "ce_source"),
                required(headers, "ce_subject"),
                parsed(headers, "ce_time", Instant::parse),
                parsed(headers, "ce_tenantid", TenantId::new),
                parsed(headers, "ce_partitionkey", ThreadId::parse),
                parsed(headers, "ce_sequence", Long::parseLong),
                CHANNELS.read(required(headers, "ce_channel")).orElse(Channel.CUSTOM),
                SURFACES.read(required(headers, "ce_surface")).orElse(Surface.CUSTOM_MESSAGE),
                Optional.ofNullable(headers.get("ce_traceparent")),
                data);
    }

    private static String required(Map<String, String> headers, String name) {
        var value = headers.get(name);
        if (value == null) {
            throw new CanonicalJson.UnreadableException(name + " is missing");
        }
        return value;
    }

    private static <T> T parsed(Map<String, String> headers, String name, Function<String, T> parse) {
        try {
            return parse.apply(required(headers, name));
        } catch (IllegalArgumentException | DateTimeParseException unexpected) {
            throw new CanonicalJson.UnreadableException(name + " is not what its attribute demands");
        }
    }
}
