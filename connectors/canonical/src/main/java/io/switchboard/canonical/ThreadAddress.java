package io.switchboard.canonical;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where an event belongs. The thread found under the first known key, own key first, is the event's thread; where none is
 * known a thread opens under the own key. From then on every key leads there.
 *
 * @param own the key a new thread would carry
 * @param related further keys of the same conversation, strongest first: the other identity of a sender, the ids an e-mail refers to
 */
public record ThreadAddress(ThreadKey own, List<ThreadKey> related) {

    public ThreadAddress {
        related = List.copyOf(related);
    }

    public static ThreadAddress of(String own) {
        return new ThreadAddress(new ThreadKey(own), List.of());
    }

    /** All keys in the order in which they are looked up. */
    public List<ThreadKey> keys() {
        return Stream.concat(Stream.of(own), related.stream()).distinct().toList();
    }
}
