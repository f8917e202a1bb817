package io.switchboard.gateway.ports;

import io.switchboard.connector.Body;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** The body of a request, which remembers whether the client ever asked for it. */
final class TrackedBody implements BodyPublisher {

    private final BodyPublisher bytes;
    private volatile boolean asked;

    TrackedBody(Body body) {
        this.bytes = body.size() == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body.bytes());
    }

    /** Whether the other side certainly has no complete request: it announced a body of which no byte was written. */
    boolean heldBack() {
        return contentLength() > 0 && !asked;
    }

    @Override
    public long contentLength() {
        return bytes.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        asked = true;
        bytes.subscribe(subscriber);
    }
}
