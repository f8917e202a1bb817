package io.switchboard.connector.email.tnef;

/** Bytes that can be read at any place, wherever they are kept. */
public interface TnefSource {
    int size();

    /** The byte as a number from 0 to 255. */
    int at(int index);
}
