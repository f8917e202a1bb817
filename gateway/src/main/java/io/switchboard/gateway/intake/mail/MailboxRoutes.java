package io.switchboard.gateway.intake.mail;

import io.switchboard.canonical.ConnectionId;
import io.switchboard.gateway.connections.Connection;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;

/**
 * Keeps one route per mailbox that is this process's to read: looks at the connections now and then, on a thread of its own, and adds and
 * removes.
 */
class MailboxRoutes implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MailboxRoutes.class);
    private static final long STOP_SECONDS = 5;

    private final MailIntakeProperties.Imap properties;
    private final MailConnections connections;
    private final MailboxTurns turns;
    private final CamelContext camel;
    private final Map<ConnectionId, Mailbox> running = new HashMap<>();
    private final Set<ConnectionId> unusable = new HashSet<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    MailboxRoutes(
            MailIntakeProperties.Imap properties, MailConnections connections, MailboxTurns turns, CamelContext camel) {
        this.properties = properties;
        this.connections = connections;
        this.turns = turns;
        this.camel = camel;
    }

    /** Called when the process is ready: no mailbox can delay that. */
    @EventListener(ApplicationReadyEvent.class)
    public void start() {
        if (properties.enabled()) {
            thread = Thread.ofVirtual().name("mailbox-routes").start(this::keep);
        }
    }

    /** Called before Camel stops, so that nothing is added to it while it does. */
    @Override
    @EventListener(ContextClosedEvent.class)
    public void close() {
        stopped.countDown();
        try {
            var keeping = thread;
            if (keeping != null) {
                keeping.join(Duration.ofSeconds(STOP_SECONDS));
            }
            letAllLeave();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    static String routeId(Mailbox mailbox) {
        return "mailbox." + mailbox.connector() + "." + mailbox.connection();
    }

    private void keep() {
        try {
            do {
                look();
            } while (!stopped.await(properties.look().toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Camel stops one route after the other; so that they do not add up, all begin now. */
    private void letAllLeave() {
        for (var route : camel.getRoutes()) {
            if (route.getConsumer() instanceof MailboxConsumer consumer) {
                consumer.leave();
            }
        }
    }

    /** While PostgreSQL is away nothing is added and nothing removed, and nobody reads either: the cursor is there. */
    private void look() {
        try {
            follow();
        } catch (DataAccessException away) {
            log.atWarn().addKeyValue("cause", away.getClass().getSimpleName()).log("mailboxes not looked at");
        }
    }

    private void follow() {
        var wanted = new LinkedHashMap<ConnectionId, Mailbox>();
        connections
                .all()
                .forEach(connection ->
                        mailbox(connection).ifPresent(mailbox -> wanted.put(mailbox.connection(), mailbox)));
        wanted.keySet().retainAll(turns.take(Set.copyOf(wanted.keySet())));
        for (var mailbox : Set.copyOf(running.values())) {
            if (!mailbox.equals(wanted.get(mailbox.connection()))) {
                remove(mailbox);
            }
        }
        for (var mailbox : wanted.values()) {
            if (!running.containsKey(mailbox.connection())) {
                add(mailbox);
            }
        }
    }

    private Optional<Mailbox> mailbox(Connection connection) {
        try {
            var mailbox = Mailbox.of(connection.ref());
            unusable.remove(connection.ref().id());
            return mailbox;
        } catch (IllegalArgumentException misread) {
            if (unusable.add(connection.ref().id())) {
                log.atWarn()
                        .addKeyValue("connector", connection.ref().connector())
                        .addKeyValue("connection", connection.ref().name())
                        .addKeyValue("cause", misread.getMessage())
                        .log("mailbox settings cannot be used");
            }
            return Optional.empty();
        }
    }

    private void add(Mailbox mailbox) {
        try {
            camel.addRouteFromTemplate(
                    routeId(mailbox),
                    MailboxRoute.TEMPLATE,
                    Map.of(MailboxRoute.CONNECTION, mailbox.connection().toString()));
            running.put(mailbox.connection(), mailbox);
            tell("mailbox route added", mailbox);
        } catch (
                Exception failed) { // what Camel declares; the other mailboxes do not suffer, the next look tries again
            log.atError()
                    .setCause(failed)
                    .addKeyValue("connection", mailbox.name())
                    .log("mailbox route not added");
        }
    }

    private void remove(Mailbox mailbox) {
        try {
            var endpoint = camel.getRoute(routeId(mailbox)).getEndpoint();
            camel.getRouteController().stopRoute(routeId(mailbox), STOP_SECONDS, TimeUnit.SECONDS);
            camel.removeRoute(routeId(mailbox));
            camel.removeEndpoint(endpoint);
            running.remove(mailbox.connection());
            tell("mailbox route removed", mailbox);
        } catch (
                Exception failed) { // what Camel declares; the other mailboxes do not suffer, the next look tries again
            log.atError()
                    .setCause(failed)
                    .addKeyValue("connection", mailbox.name())
                    .log("mailbox route not removed");
        }
    }

    private static void tell(String what, Mailbox mailbox) {
        log.atInfo()
                .addKeyValue("connector", mailbox.connector())
                .addKeyValue("connection", mailbox.name())
                .log(what);
    }
}
