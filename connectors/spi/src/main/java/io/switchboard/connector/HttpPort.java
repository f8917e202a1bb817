package io.switchboard.connector;

import java.io.IOException;

/** HTTP as the gateway lends it: pooled, bounded, without redirects, with a time-out on everything. */
public interface HttpPort {

    /**
     * @throws NotSentException when it is certain that the other side got nothing
     * @throws IOException when the other side may have acted: time-out, reset, malformed answer
     */
    HttpAnswer send(HttpCall call) throws IOException;
}
