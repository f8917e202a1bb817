package io.switchboard.sandbox.platforms.wire;

/** Something with sockets and threads of its own that {@link #close()} ends, whatever it is doing. */
public interface SimulatedPlatform extends AutoCloseable {

    @Override
    void close();
}
