package io.switchboard.gateway.replies;

import io.switchboard.gateway.connections.Connectors;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes due replies of a connector, as many as may be called at once, and gives each a virtual thread. Called by its route. */
@Component("outboundDispatch")
public class OutboundDispatch {

    private static final Logger log = LoggerFactory.getLogger(OutboundDispatch.class);

    private final ReplyStore store;
    private final Attempt attempt;
    private final ReplyReporter reporter;
    private final Map<String, Semaphore> slots = new ConcurrentHashMap<>();

    OutboundDispatch(
            ReplyStore store,
            Attempt attempt,
            ReplyReporter reporter,
            Connectors connectors,
            RepliesProperties properties) {
        this.store = store;
        this.attempt = attempt;
        this.reporter = reporter;
        connectors.all().forEach(c -> slots.put(c.descriptor().name(), new Semaphore(properties.concurrency())));
    }

    public void dispatch(String connector) {
        var slot = slots.get(connector);
        if (slot == null) {
            throw new IllegalArgumentException("there is no connector " + connector);
        }
        if (store.expire(connector) > 0) {
            log.atWarn().addKeyValue("connector", connector).log("attempts of a stopped process became unconfirmed");
        }
        reporter.report(connector);
        var free = slot.availablePermits();
        if (free > 0) {
            for (var reply : store.claim(connector, free)) {
                slot.acquireUninterruptibly();
                Thread.ofVirtual().name("reply-" + reply.message()).start(() -> run(reply, slot));
            }
        }
    }

    private void run(Reply reply, Semaphore slot) {
        try {
            var after = attempt.run(reply);
            store.finish(reply, after);
            log.atInfo()
                    .addKeyValue("message", reply.message())
                    .addKeyValue("connector", reply.connector())
                    .addKeyValue("attempt", reply.attempt())
                    .addKeyValue("outcome", after.state().getClass().getSimpleName())
                    .log("reply attempted");
            reporter.report(reply.connector());
        } finally {
            slot.release();
        }
    }
}
