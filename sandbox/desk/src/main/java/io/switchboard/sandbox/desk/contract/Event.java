package io.switchboard.sandbox.desk.contract;

import java.time.Instant;

/**
 * A CloudEvent of the topic {@code tickets}.
 *
 * @param id the same on every delivery of the event
 * @param sequence position within the thread, gap-free from 1
 * @param time when it happened according to the platform
 */
public record Event(String id, String type, long sequence, Instant time, String threadId, Body body)
        implements TicketsRecord {

    private static final String PREFIX = "io.switchboard.";
    private static final String VERSION = ".v1";

    /** What happened, such as {@code message.received}; the whole type where it is not of this contract's version. */
    public String kind() {
        return type.startsWith(PREFIX) && type.endsWith(VERSION)
                ? type.substring(PREFIX.length(), type.length() - VERSION.length())
                : type;
    }

    @Override
    public String toString() {
        return "Event[" + id + ", " + type + "]";
    }
}
