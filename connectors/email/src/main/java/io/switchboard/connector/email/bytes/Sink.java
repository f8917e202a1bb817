package io.switchboard.connector.email.bytes;

/** Takes the bytes of a part piece by piece, as they are decoded. */
@FunctionalInterface
public interface Sink {
    /** The array is reused by whoever calls: copy what you keep. */
    void write(byte[] bytes, int offset, int length);
}
