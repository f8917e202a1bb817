package io.switchboard.gateway.flow;

import io.switchboard.gateway.journal.JournalProperties;
import io.switchboard.gateway.journal.Topics;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** What the helpdesk core tells us: {@code control.replies} and {@code control.ticket-state}. */
@Component
class ControlFlow extends RouteBuilder {

    private final JournalProperties kafka;

    ControlFlow(JournalProperties kafka) {
        this.kafka = kafka;
    }

    @Override
    public void configure() {
        add(Topics.REPLIES, "reply");
        add(Topics.TICKET_STATE, "ticketState");
    }

    private void add(String topic, String method) {
        from("kafka:" + topic + "?brokers=" + kafka.bootstrapServers() + "&groupId=switchboard." + topic
                        + "&allowManualCommit=true&autoCommitEnable=false&breakOnFirstError=true"
                        + "&isolationLevel=read_committed&autoOffsetReset=earliest&pollTimeoutMs=200&sessionTimeoutMs=6000"
                        + "&heartbeatIntervalMs=1000&maxPollRecords=200&shutdownTimeout=8000"
                        + "&valueDeserializer=org.apache.kafka.common.serialization.ByteArrayDeserializer")
                .routeId("control." + topic)
                .autoStartup(false)
                .routeConfigurationId(FlowErrors.ID)
                .bean(ControlMessages.class, method)
                .id(topic + "-take");
    }
}
