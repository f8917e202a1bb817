package io.switchboard.gateway.journal;

import io.switchboard.gateway.connections.Connectors;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Makes the journal ready: creates the topics that are missing, where it may, and lets the edge use Kafka. Where Kafka is away
 * the gateway starts without it, spooling, and this goes on trying.
 */
@Component
public final class JournalStart implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(JournalStart.class);

    private final Admin admin;
    private final KafkaLog kafka;
    private final JournalProperties properties;
    private final Connectors connectors;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final List<Runnable> waiting = new ArrayList<>();
    private volatile boolean ready;
    private volatile boolean running;

    JournalStart(Admin admin, KafkaLog kafka, JournalProperties properties, Connectors connectors) {
        this.admin = admin;
        this.kafka = kafka;
        this.properties = properties;
        this.connectors = connectors;
    }

    /** Runs what needs Kafka: at once where it is there, otherwise when it comes. */
    public void whenReady(Runnable next) {
        synchronized (waiting) {
            if (!ready) {
                waiting.add(next);
                return;
            }
        }
        next.run();
    }

    @Override
    public void start() {
        running = true;
        if (!attempt()) {
            Thread.ofVirtual().name("journal-start").start(this::goOnTrying);
        }
    }

    @Override
    public void stop() {
        running = false;
        stopping.countDown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Spool.PHASE + 2;
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
        var names = names();
        try {
            if (properties.createTopics()) {
                create(names);
            }
            kafka.open(names);
        } catch (KafkaException | ExecutionException away) {
            log.atError()
                    .addKeyValue("kafka", properties.bootstrapServers())
                    .addKeyValue("cause", String.valueOf(away.getMessage()))
                    .log("journal not ready, deliveries are spooled");
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
        List<Runnable> now;
        synchronized (waiting) {
            ready = true;
            now = List.copyOf(waiting);
            waiting.clear();
        }
        now.forEach(Runnable::run);
        return true;
    }

    private List<String> names() {
        var names = new ArrayList<>(
                List.of(Topics.TICKETS, Topics.REPLIES, Topics.TICKET_STATE, Topics.INVALID, Topics.DEAD));
        for (var connector : connectors.all()) {
            names.add(Topics.deliveries(connector.descriptor().name()));
            names.add(Topics.bulk(connector.descriptor().name()));
        }
        return names;
    }

    private void create(List<String> names) throws ExecutionException, InterruptedException {
        var topics = names.stream()
                .map(name -> new NewTopic(name, properties.partitions(), properties.replicationFactor()))
                .toList();
        for (var created : admin.createTopics(topics).values().values()) {
            try {
                created.get();
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof TopicExistsException)) {
                    throw failed;
                }
            }
        }
    }
}
