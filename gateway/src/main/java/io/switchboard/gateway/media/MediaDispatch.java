package io.switchboard.gateway.media;

import io.switchboard.gateway.connections.Connection;
import io.switchboard.gateway.connections.ConnectionRegistry;
import io.switchboard.gateway.connections.Connectors;
import io.switchboard.gateway.journal.DeliveryJournal;
import io.switchboard.gateway.journal.JournalUnavailableException;
import io.switchboard.gateway.journal.Report;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes due files of a connector and gives each a virtual thread; tells the journal how they ended. Called by its route. */
@Component("mediaDispatch")
public class MediaDispatch {

    private static final Logger log = LoggerFactory.getLogger(MediaDispatch.class);
    private static final int AT_ONCE = 200;

    private final MediaStore store;
    private final Fetch fetch;
    private final DeliveryJournal journal;
    private final ConnectionRegistry registry;
    private final Map<String, Semaphore> slots = new ConcurrentHashMap<>();

    MediaDispatch(
            MediaStore store,
            Fetch fetch,
            DeliveryJournal journal,
            ConnectionRegistry registry,
            Connectors connectors,
            MediaProperties properties) {
        this.store = store;
        this.fetch = fetch;
        this.journal = journal;
        this.registry = registry;
        connectors.all().forEach(c -> slots.put(c.descriptor().name(), new Semaphore(properties.concurrency())));
    }

    public void dispatch(String connector) {
        var slot = slots.get(connector);
        if (slot == null) {
            throw new IllegalArgumentException("there is no connector " + connector);
        }
        var free = slot.availablePermits();
        if (free > 0) {
            for (var file : store.claim(connector, free)) {
                slot.acquireUninterruptibly();
                Thread.ofVirtual()
                        .name("media-" + file.announced().attachmentId())
                        .start(() -> run(file, slot));
            }
        }
        report(connector);
    }

    private void run(PendingFile file, Semaphore slot) {
        try {
            fetch.run(file);
        } finally {
            slot.release();
        }
    }

    private void report(String connector) {
        for (var done : store.unreported(connector, AT_ONCE)) {
            var connection = registry.find(done.file().connection()).map(Connection::ref);
            if (connection.isEmpty()) {
                continue;
            }
            var progress = new Report.AttachmentProgress(
                    done.file().thread(), done.file().surface(), done.file().message(), done.now(), done.at());
            try {
                journal.append(progress, connection.get());
                store.reported(done);
            } catch (JournalUnavailableException away) {
                log.atWarn().addKeyValue("cause", away.getMessage()).log("file progress is reported later");
                return;
            }
        }
    }
}
