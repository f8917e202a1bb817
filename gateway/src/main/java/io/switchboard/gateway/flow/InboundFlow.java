package io.switchboard.gateway.flow;

import io.switchboard.connector.Connector;
import io.switchboard.connector.MailboxReceiver;
import io.switchboard.connector.WebhookReceiver;
import io.switchboard.gateway.connections.Connectors;
import io.switchboard.gateway.journal.JournalProperties;
import io.switchboard.gateway.journal.Topics;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.DefaultHeaderFilterStrategy;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.springframework.stereotype.Component;

/**
 * {@code inbound.<connector>}: from the journal to {@code tickets}, one route per connector, so that one can be suspended, throttled
 * and measured by itself.
 */
@Component
class InboundFlow extends RouteBuilder {

    private static final String TEMPLATE = "inbound";
    private static final String NO_PROPAGATION = "noPropagation";

    /** A batch under way ends well within it; one that does not is read again after the restart. */
    private static final int SHUTDOWN_MILLIS = 8_000;

    private final Connectors connectors;
    private final JournalProperties kafka;
    private final FlowProperties properties;
    private final Publisher publisher;

    InboundFlow(Connectors connectors, JournalProperties kafka, FlowProperties properties, Publisher publisher) {
        this.connectors = connectors;
        this.kafka = kafka;
        this.properties = properties;
        this.publisher = publisher;
    }

    @Override
    public void configure() {
        bindToRegistry(NO_PROPAGATION, new NoPropagation());
        routeTemplate(TEMPLATE)
                .templateParameter("connector")
                .templateParameter("source")
                .from("{{source}}")
                .autoStartup(false)
                .routeConfigurationId(FlowErrors.ID)
                .bean(InboundBatch.class, "process")
                .id("{{connector}}-batch");

        receiving().forEach(this::add);
    }

    /** Opens every polling thread's producer, before its consumer subscribes. */
    void prepare() {
        receiving().forEach(connector -> {
            for (var i = 0; i < properties.consumers(); i++) {
                publisher.prepare(Topics.deliveries(connector.descriptor().name()) + "-Thread " + i);
            }
        });
    }

    private Stream<Connector> receiving() {
        return connectors.all().stream()
                .filter(connector -> connector.roles().stream().anyMatch(InboundFlow::receives));
    }

    private void add(Connector connector) {
        var name = connector.descriptor().name();
        templatedRoute(TEMPLATE)
                .routeId("inbound." + name)
                .parameter("connector", name)
                .parameter("source", source(name));
    }

    private static boolean receives(io.switchboard.connector.ConnectorRole role) {
        return role instanceof WebhookReceiver || role instanceof MailboxReceiver;
    }

    /**
     * The settings exactly-once rests on. {@code breakOnFirstError=true} and {@code autoCommitEnable=false} are not Camel's defaults and
     * without them a failed batch is passed over.
     */
    private String source(String connector) {
        var options = new LinkedHashMap<String, Object>();
        options.put("brokers", kafka.bootstrapServers());
        options.put("groupId", FlowProperties.group(connector));
        options.put("consumersCount", properties.consumers());
        options.put("batching", true);
        options.put("allowManualCommit", true);
        options.put("autoCommitEnable", false);
        options.put("breakOnFirstError", true);
        options.put("isolationLevel", "read_committed");
        options.put("autoOffsetReset", "earliest");
        options.put("maxPollRecords", properties.batch());
        options.put("pollTimeoutMs", 50);
        options.put("batchingIntervalMs", 40);
        options.put("partitionAssignor", CooperativeStickyAssignor.class.getName());
        options.put("sessionTimeoutMs", 6_000);
        options.put("heartbeatIntervalMs", 1_000);
        options.put("fetchMaxBytes", 16 << 20);
        options.put("shutdownTimeout", SHUTDOWN_MILLIS);
        options.put("headerFilterStrategy", "#" + NO_PROPAGATION);
        options.put("valueDeserializer", "org.apache.kafka.common.serialization.ByteArrayDeserializer");
        options.put("keyDeserializer", "org.apache.kafka.common.serialization.ByteArrayDeserializer");
        return "kafka:" + Topics.deliveries(connector) + "?" + query(options);
    }

    /** The batch reads the record's own headers; nobody needs each of them as a header of an exchange. */
    private static final class NoPropagation extends DefaultHeaderFilterStrategy {

        @Override
        public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
            return true;
        }
    }

    private static String query(Map<String, Object> options) {
        return options.entrySet().stream()
                .map(o -> o.getKey() + "=" + o.getValue())
                .collect(Collectors.joining("&"));
    }
}
