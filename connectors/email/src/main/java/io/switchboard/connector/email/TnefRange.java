package io.switchboard.connector.email;

/**
 * A piece of a source.
 *
 * @param from first byte
 * @param to behind the last byte
 */
record TnefRange(int from, int to) {
    int length() {
        return to - from;
    }
}
