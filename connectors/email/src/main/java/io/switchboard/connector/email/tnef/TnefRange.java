package io.switchboard.connector.email.tnef;

/**
 * A piece of a source.
 *
 * @param from first byte
 * @param to behind the last byte
 */
public record TnefRange(int from, int to) {
    public int length() {
        return to - from;
    }
}
