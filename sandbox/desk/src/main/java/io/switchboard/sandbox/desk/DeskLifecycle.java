package io.switchboard.sandbox.desk;

import io.switchboard.sandbox.desk.core.TopicReader;
import io.switchboard.sandbox.desk.page.LiveUpdates;
import org.springframework.context.SmartLifecycle;

/** Begins reading when everything else has started, and ends before the web server waits for its last answers. */
final class DeskLifecycle implements SmartLifecycle {

    private final TopicReader reader;
    private final LiveUpdates updates;
    private volatile boolean running;

    DeskLifecycle(TopicReader reader, LiveUpdates updates) {
        this.reader = reader;
        this.updates = updates;
    }

    @Override
    public void start() {
        reader.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        updates.close();
        reader.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
