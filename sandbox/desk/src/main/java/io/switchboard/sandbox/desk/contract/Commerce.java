package io.switchboard.sandbox.desk.contract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a shop reports about one of its resources. */
public record Commerce(
        String topic,
        String resource,
        String nativeId,
        String version,
        Optional<Moment> occurredAt,
        Optional<String> order,
        Optional<String> name,
        Optional<Party> customer,
        Optional<Money> total,
        List<Line> lines,
        Map<String, String> attributes) {

    @Override
    public String toString() {
        return "Commerce[" + topic + "]";
    }

    /** One position of an order, a refund or a return. */
    public record Line(String title, int quantity, Optional<String> sku, Optional<Money> price) {}

    /** The person as the shop names it. */
    public record Party(Optional<String> address, Optional<String> displayName) {

        @Override
        public String toString() {
            return "Party[***]";
        }
    }

    public record Moment(Optional<Instant> at) {}
}
