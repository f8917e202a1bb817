package io.switchboard.gateway.flow;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.springframework.stereotype.Component;

/**
 * The error policy of all routes, stated once. What a single delivery can do wrong never gets here; what does is the
 * infrastructure's: the consumer lets go, comes back and reads again from what it committed.
 */
@Component
class FlowErrors extends RouteConfigurationBuilder {

    static final String ID = "flow-errors";

    @Override
    public void configuration() {
        routeConfiguration(ID)
                .onException(Exception.class)
                .maximumRedeliveries(0)
                .handled(false)
                .retryAttemptedLogLevel(LoggingLevel.OFF)
                .logStackTrace(false)
                .logExhaustedMessageHistory(false)
                .log(LoggingLevel.WARN, "batch will be read again: ${exception.class.simpleName}");
    }
}
