package io.switchboard.canonical;

import java.time.Instant;
import java.util.Optional;

/**
 * The envelope of an event on {@code tickets}: CloudEvents 1.0.2, binary content mode of its Kafka binding.
 *
 * @param type {@code io.switchboard.<what>.v<major>}
 * @param source {@code /t/<tenant>/c/<connection id>}
 * @param subject {@code thread/<thread id>} and, where there is one, {@code /message/<message id>}
 * @param time when it happened according to the platform
 * @param sequence position within the thread, gap-free from 1
 * @param traceparent W3C Trace Context of the delivery
 */
public record CloudEvent(
        EventId id,
        String type,
        String source,
        String subject,
        Instant time,
        TenantId tenantId,
        ThreadId partitionKey,
        long sequence,
        Channel channel,
        Surface surface,
        Optional<String> traceparent,
        TicketEvent data) {

    public static final String SPEC_VERSION = "1.0";
    public static final String TYPE_PREFIX = "io.switchboard.";

    /** The type of an event of this kind in its current major version. */
    public static String type(String kind) {
        return TYPE_PREFIX + kind + ".v1";
    }

    public static String source(TenantId tenant, ConnectionId connection) {
        return "/t/" + tenant + "/c/" + connection;
    }

    @Override
    public String toString() {
        return "CloudEvent[" + id + ", " + type + "]";
    }
}
