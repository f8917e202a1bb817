package io.switchboard.canonical;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where an event belongs. The thread found under the first known key, own key first, is the event's thread; where none is
 * known a thread opens under the own key. From then on every key leads there.
 *
 * @param own the key a new thread would carry
 * @param related further keys of the same conversation, strongest first: the other identity of a sender, the order of a refund
 * @param links reasons to join a conversation that are weighed against who wrote, strongest first; with any of them the own key is weighed too
 * @param topic what it is about, spelled so that the same topic is the same text; another one suggests another ticket
 */
public record ThreadAddress(ThreadKey own, List<ThreadKey> related, List<ThreadLink> links, Optional<String> topic) {

    public ThreadAddress {
        related = List.copyOf(related);
        links = List.copyOf(links);
    }

    public ThreadAddress(ThreadKey own, List<ThreadKey> related) {
        this(own, related, List.of(), Optional.empty());
    }

    public static ThreadAddress of(String own) {
        return new ThreadAddress(new ThreadKey(own), List.of());
    }

    /** The keys that need no weighing, in the order in which they are looked up. */
    public List<ThreadKey> keys() {
        return Stream.concat(Stream.of(own), related.stream()).distinct().toList();
    }

    @Override
    public String toString() {
        return "ThreadAddress[***]";
    }
}
