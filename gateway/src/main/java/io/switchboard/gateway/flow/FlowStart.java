package io.switchboard.gateway.flow;

import io.switchboard.gateway.journal.JournalStart;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts what reads from Kafka as soon as Kafka is there: the publishers first, then the routes and the slow lane. No {@code
 * SmartLifecycle}: Spring would start the Camel context, on which it depends, before its routes are collected.
 */
@Component
class FlowStart {

    private static final Logger log = LoggerFactory.getLogger(FlowStart.class);

    private final JournalStart journal;
    private final CamelContext camel;
    private final InboundFlow inbound;
    private final BulkFlow bulk;
    private final FlowProperties properties;
    private final CountDownLatch stopping = new CountDownLatch(1);

    FlowStart(JournalStart journal, CamelContext camel, InboundFlow inbound, BulkFlow bulk, FlowProperties properties) {
        this.journal = journal;
        this.camel = camel;
        this.inbound = inbound;
        this.bulk = bulk;
        this.properties = properties;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        if (properties.enabled()) {
            journal.whenReady(this::begin);
        }
    }

    private void begin() {
        if (!attempt()) {
            Thread.ofVirtual().name("flow-start").start(this::goOnTrying);
        }
    }

    private void goOnTrying() {
        try {
            while (!stopping.await(1, TimeUnit.SECONDS)) {
                if (attempt()) {
                    return;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean attempt() {
        try {
            inbound.prepare();
            for (var route : camel.getRoutes().stream().map(Route::getRouteId).toList()) {
                if (route.startsWith("inbound.") || route.startsWith("control.")) {
                    camel.getRouteController().startRoute(route);
                }
            }
            bulk.start();
            return true;
        } catch (KafkaException away) {
            log.atWarn().addKeyValue("cause", away.getClass().getSimpleName()).log("flow not started yet");
            return false;
        } catch (Exception broken) {
            // Camel declares nothing narrower; a route that cannot be built is a bug that must not look like an outage.
            throw new IllegalStateException("a route did not start", broken);
        }
    }

    /** Before Camel and the edge stop. */
    @EventListener(ContextClosedEvent.class)
    void closing() {
        stopping.countDown();
        try {
            bulk.stop();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
