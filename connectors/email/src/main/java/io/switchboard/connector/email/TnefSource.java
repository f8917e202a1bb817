package io.switchboard.connector.email;

/** Bytes that can be read at any place, wherever they are kept. */
interface TnefSource {
    int size();

    /** The byte as a number from 0 to 255. */
    int at(int index);
}
