package io.switchboard.canonical;

import java.util.Map;

/**
 * The Return Address of a conversation: what the connector's sender needs to answer, opaque to everybody else. Kept with the
 * thread from its latest inbound message.
 */
public record ReturnAddress(Map<String, String> fields) {

    public static final ReturnAddress NONE = new ReturnAddress(Map.of());

    public ReturnAddress {
        fields = Map.copyOf(fields);
    }

    @Override
    public String toString() {
        return "ReturnAddress[***]";
    }
}
