package io.switchboard.gateway.journal;

/**
 * A record's place on the slow way, in one partition.
 *
 * @param topicId of the topic as Kafka knows it; another one when the topic was deleted and created again
 * @param offset -1 for the place before the first
 */
public record SlowPosition(String topicId, long offset) {

    /** @throws IllegalArgumentException when it is none */
    public static SlowPosition parse(String text) {
        var colon = text.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("expected topicId:offset, found " + text);
        }
        return new SlowPosition(text.substring(0, colon), Long.parseLong(text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return topicId + ":" + offset;
    }
}
