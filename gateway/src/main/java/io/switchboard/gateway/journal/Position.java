package io.switchboard.gateway.journal;

/**
 * Where a record stands in the journal. The owner of every event it brings.
 *
 * @param offset Kafka offset within the partition
 */
public record Position(String topic, int partition, long offset) {

    /** The written form, {@code topic-partition:offset}. */
    @Override
    public String toString() {
        return topic + "-" + partition + ":" + offset;
    }

    /** @throws IllegalArgumentException when the text is not a position's written form */
    public static Position parse(String text) {
        var colon = text.lastIndexOf(':');
        var dash = text.lastIndexOf('-', colon);
        if (dash < 1) {
            throw new IllegalArgumentException("a position reads topic-partition:offset");
        }
        return new Position(
                text.substring(0, dash),
                Integer.parseInt(text.substring(dash + 1, colon)),
                Long.parseLong(text.substring(colon + 1)));
    }
}
