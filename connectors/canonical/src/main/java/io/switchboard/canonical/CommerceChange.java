package io.switchboard.canonical;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a shop reports about one of its resources. Goes to the resource's timeline; never opens a ticket by itself.
 *
 * @param topic what happened, in canonical words: {@code order.placed}, {@code refund.created}, {@code dispute.opened}
 * @param resource what kind of thing: {@code order}, {@code customer}, {@code refund}, {@code shipment}, {@code return}, {@code dispute}
 * @param nativeId the shop's id of the resource, every digit kept
 * @param version tells snapshots apart and orders them: the resource's {@code updated_at}, or the shop's event id
 * @param order the shop's id of the order it belongs to, if any
 * @param name what people call it, such as {@code #1001}
 * @param attributes further facts in canonical names: {@code financial_status}, {@code tracking_number}, {@code evidence_due_by} …
 */
public record CommerceChange(
        String topic,
        String resource,
        String nativeId,
        String version,
        Moment occurredAt,
        Optional<String> order,
        Optional<String> name,
        Optional<Party> customer,
        Optional<Money> total,
        List<Line> lines,
        Map<String, String> attributes) {

    public CommerceChange {
        lines = List.copyOf(lines);
        attributes = Map.copyOf(attributes);
    }

    @Override
    public String toString() {
        return "CommerceChange[" + topic + "]";
    }

    /** One position of an order, a refund or a return. */
    public record Line(String nativeId, String title, int quantity, Optional<String> sku, Optional<Money> price) {}
}
