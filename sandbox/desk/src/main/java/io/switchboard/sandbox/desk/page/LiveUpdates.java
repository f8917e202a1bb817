package io.switchboard.sandbox.desk.page;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells browsers which threads changed; they fetch what they show. Each has a virtual thread of its own, so a slow one holds up
 * nobody.
 */
public final class LiveUpdates implements AutoCloseable {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration BREATH = Duration.ofMillis(80);

    private final Set<Changes> browsers = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);

    public void changed(String threadId) {
        browsers.forEach(changes -> changes.add(threadId));
    }

    public void everythingChanged() {
        changed(Changes.EVERYTHING);
    }

    /** Ends all connections, so that the server can stop. */
    @Override
    public void close() {
        closed.countDown();
        everythingChanged();
    }

    SseEmitter connect() {
        var emitter = new SseEmitter(0L);
        var changes = new Changes();
        var teller = Thread.ofVirtual().name("desk-live").unstarted(() -> tell(emitter, changes));
        emitter.onCompletion(teller::interrupt);
        browsers.add(changes);
        teller.start();
        return emitter;
    }

    private void tell(SseEmitter emitter, Changes changes) {
        try {
            emitter.send(event(Set.of()));
            while (isOpen()) {
                emitter.send(event(changes.take(HEARTBEAT)));
                // News of a busy moment go together.
                closed.await(BREATH.toMillis(), TimeUnit.MILLISECONDS);
            }
            emitter.complete();
        } catch (IOException | InterruptedException browserLeft) {
            emitter.complete();
        } finally {
            browsers.remove(changes);
        }
    }

    private static SseEmitter.SseEventBuilder event(Set<String> threadIds) {
        return SseEmitter.event()
                .name(threadIds.isEmpty() ? "alive" : "changed")
                .data(threadIds, MediaType.APPLICATION_JSON);
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }
}
