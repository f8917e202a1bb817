package io.switchboard.gateway.media;

import io.switchboard.canonical.Attachment;
import io.switchboard.canonical.AttachmentState;
import io.switchboard.connector.Body;
import io.switchboard.connector.FetchOutcome;
import io.switchboard.connector.MediaFetcher;
import io.switchboard.gateway.connections.ConnectionRegistry;
import io.switchboard.gateway.connections.Connectors;
import io.switchboard.gateway.journal.BlobStore;
import io.switchboard.gateway.journal.JournalEntry.Arrived;
import io.switchboard.gateway.journal.JournalReader;
import io.switchboard.gateway.operations.Wordless;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One attempt to fetch one file. */
@Component
class Fetch {

    private static final Logger log = LoggerFactory.getLogger(Fetch.class);

    private final Connectors connectors;
    private final ConnectionRegistry registry;
    private final JournalReader journal;
    private final BlobStore blobs;
    private final MediaStore store;
    private final MediaProperties properties;
    private final Clock clock;

    Fetch(
            Connectors connectors,
            ConnectionRegistry registry,
            JournalReader journal,
            BlobStore blobs,
            MediaStore store,
            MediaProperties properties,
            Clock clock) {
        this.connectors = connectors;
        this.registry = registry;
        this.journal = journal;
        this.blobs = blobs;
        this.store = store;
        this.properties = properties;
        this.clock = clock;
    }

    void run(PendingFile file) {
        switch (outcome(file)) {
            case FetchOutcome.Fetched(var content, var contentType) -> keep(file, content, contentType);
            case FetchOutcome.Gone(var reason) -> end(file, AttachmentState.EXPIRED, reason);
            case FetchOutcome.Rejected(var reason) -> end(file, AttachmentState.REJECTED, reason);
            case FetchOutcome.NotYet(var retryAfter, var reason) -> again(file, retryAfter, reason);
        }
    }

    private FetchOutcome outcome(PendingFile file) {
        var connection = registry.find(file.connection());
        var fetcher = connectors.role(file.connector(), MediaFetcher.class);
        if (connection.isEmpty() || fetcher.isEmpty()) {
            return new FetchOutcome.Gone("files of this connection cannot be fetched");
        }
        try {
            if (journal.read(file.origin()).orElse(null) instanceof Arrived arrived) {
                return fetcher.get()
                        .fetch(
                                file.providerMediaId(),
                                arrived.delivery(),
                                properties.largest().toBytes(),
                                connection.get().ref(),
                                connection.get().secrets());
            }
            return new FetchOutcome.Gone("the delivery is no longer in the journal");
        } catch (IOException unreadable) {
            return new FetchOutcome.NotYet(Duration.ZERO, "the journal could not be read");
        } catch (RuntimeException ours) {
            log.atError()
                    .setCause(Wordless.of(ours))
                    .addKeyValue("connector", file.connector())
                    .log("fetcher failed");
            return new FetchOutcome.NotYet(
                    Duration.ZERO,
                    "the connector failed with " + ours.getClass().getSimpleName());
        }
    }

    private void keep(PendingFile file, Body content, Optional<String> contentType) {
        try {
            var reference = blobs.put(content);
            var announced = file.announced();
            store.finish(new Attachment(
                    announced.attachmentId(),
                    announced.kind(),
                    AttachmentState.STORED,
                    announced.fileName(),
                    contentType.or(announced::declaredType),
                    Optional.of((long) content.size()),
                    Optional.of(reference),
                    announced.inline(),
                    announced.contentId(),
                    Optional.empty(),
                    Optional.of(reference)));
        } catch (IOException full) {
            again(file, Duration.ZERO, "the blob store did not take the file");
        }
    }

    private void again(PendingFile file, Duration retryAfter, String reason) {
        if (file.attempt() >= properties.attempts()) {
            end(file, AttachmentState.FAILED, reason);
            return;
        }
        var ours = properties.firstRetry().multipliedBy(1L << Math.min(file.attempt() - 1, 10));
        store.retry(file, clock.instant().plus(retryAfter.compareTo(ours) > 0 ? retryAfter : ours), reason);
    }

    private void end(PendingFile file, AttachmentState state, String reason) {
        var announced = file.announced();
        store.finish(new Attachment(
                announced.attachmentId(),
                announced.kind(),
                state,
                announced.fileName(),
                announced.declaredType(),
                announced.size(),
                announced.sha256(),
                announced.inline(),
                announced.contentId(),
                Optional.of(reason),
                Optional.empty()));
    }
}
