package io.switchboard.gateway.flow;

import io.switchboard.connector.Connector;
import io.switchboard.connector.MediaFetcher;
import io.switchboard.connector.MessageSender;
import io.switchboard.gateway.connections.Connectors;
import io.switchboard.gateway.media.MediaDispatch;
import io.switchboard.gateway.replies.OutboundDispatch;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * {@code outbound.<connector>} sends due replies, {@code media.<connector>} fetches due files: rows with a due time, looked at often,
 * each worked on by a thread of its own, so that a slow platform holds up only itself.
 */
@Component
class OutboundFlow extends RouteBuilder {

    private static final int OFTEN_MILLIS = 200;

    private final Connectors connectors;

    OutboundFlow(Connectors connectors) {
        this.connectors = connectors;
    }

    @Override
    public void configure() {
        template("outbound", OutboundDispatch.class);
        template("media", MediaDispatch.class);
        for (var connector : connectors.all()) {
            var name = connector.descriptor().name();
            if (has(connector, MessageSender.class)) {
                add("outbound", name);
            }
            if (has(connector, MediaFetcher.class)) {
                add("media", name);
            }
        }
    }

    private void template(String direction, Class<?> dispatch) {
        routeTemplate(direction)
                .templateParameter("connector")
                .from("scheduler:" + direction + ".{{connector}}?useFixedDelay=true&delay=" + OFTEN_MILLIS)
                .routeConfigurationId(FlowErrors.ID)
                .bean(dispatch, "dispatch('{{connector}}')")
                .id("{{connector}}-" + direction);
    }

    private void add(String template, String connector) {
        templatedRoute(template).routeId(template + "." + connector).parameter("connector", connector);
    }

    private static boolean has(Connector connector, Class<?> role) {
        return connector.roles().stream().anyMatch(role::isInstance);
    }
}
