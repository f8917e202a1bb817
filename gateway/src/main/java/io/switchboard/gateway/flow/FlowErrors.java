package io.switchboard.gateway.flow;

import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * The error policy of all routes, stated once. What a single delivery can do wrong never gets here; what does is the
 * infrastructure's: the consumer lets go, comes back and reads again from what it committed.
 */
@Component
class FlowErrors extends RouteConfigurationBuilder {

    static final String ID = "flow-errors";

    private static final Logger log = LoggerFactory.getLogger(FlowErrors.class);
    private static final int DEPTH = 4;

    @Override
    public void configuration() {
        routeConfiguration(ID)
                .onException(Exception.class)
                .maximumRedeliveries(0)
                .handled(false)
                .retryAttemptedLogLevel(LoggingLevel.OFF)
                .logStackTrace(false)
                .logExhaustedMessageHistory(false)
                .process(FlowErrors::tell);
    }

    /** What went wrong and where, but not in its own words: those may be a customer's. */
    private static void tell(Exchange exchange) {
        var cause = NestedExceptionUtils.getMostSpecificCause(
                exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
        log.atWarn()
                .addKeyValue("route", exchange.getFromRouteId())
                .addKeyValue("cause", cause.getClass().getName())
                .addKeyValue("at", Stream.of(cause.getStackTrace()).limit(DEPTH).toList())
                .log("batch will be read again");
    }
}
