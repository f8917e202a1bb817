package io.switchboard.connector.shopify;

import io.switchboard.connector.Translation;
import java.util.List;
import java.util.Optional;

/**
 * What an edit of an order added and took away. It is no snapshot of the order, so it has a topic of its own; the
 * snapshot follows under {@code orders/updated}.
 */
final class OrderEditTranslator implements TopicTranslator {

    @Override
    public Translation translate(Resource body, Arrival arrival) {
        var edit = body.object("order_edit").orElse(body);
        var order = edit.requireId("order_id");
        var items = edit.object("line_items");
        return ChangeBuilder.of(arrival, "order.edited", "order", order)
                .at(edit.moment("committed_at", "created_at"), Optional.empty())
                .order(Optional.of(order))
                .attribute("edit", edit.id("id"))
                .attribute("note", edit.text("staff_note"))
                .attribute("notify_customer", edit.text("notify_customer"))
                .attribute("lines_added", items.flatMap(changed -> deltas(changed.objects("additions"))))
                .attribute("lines_removed", items.flatMap(changed -> deltas(changed.objects("removals"))))
                .translation();
    }

    /** {@code 1 x 466157049, 2 x 518995019}: quantity and line. */
    private static Optional<String> deltas(List<Resource> lines) {
        var texts = lines.stream()
                .flatMap(line ->
                        line.id("id").stream().map(id -> line.text("delta").orElse("?") + " x " + id))
                .toList();
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", texts));
    }
}
