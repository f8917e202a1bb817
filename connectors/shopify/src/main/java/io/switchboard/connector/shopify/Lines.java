package io.switchboard.connector.shopify;

import io.switchboard.canonical.CommerceChange.Line;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Positions of orders, shipments, refunds and returns. */
final class Lines {

    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");

    private Lines() {}

    /** What was sold: {@code line_items} of an order, a draft, a checkout or a shipment. */
    static List<Line> sold(Resource holder, Optional<Currency> currency) {
        return holder.objects("line_items").stream()
                .map(item -> line(item, item, currency))
                .toList();
    }

    /** What was paid back, at the price paid back. */
    static List<Line> refunded(Resource refund, Optional<Currency> currency) {
        return refund.objects("refund_line_items").stream()
                .map(position -> {
                    var item = position.object("line_item").orElse(position);
                    return new Line(
                            position.id("line_item_id", "id").orElse(""),
                            title(item),
                            quantity(position),
                            item.text("sku"),
                            Amounts.ofSet(position, "subtotal_set")
                                    .or(() -> Amounts.of(position, "subtotal", currency)));
                })
                .toList();
    }

    /** What comes back. A change of a return lists removals instead of positions: those are no lines. */
    static List<Line> returned(Resource goods) {
        return goods.objects("return_line_items").stream()
                .map(position -> line(
                        position,
                        position.object("fulfillment_line_item")
                                .flatMap(shipped -> shipped.object("line_item"))
                                .orElse(position),
                        Optional.empty()))
                .toList();
    }

    private static Line line(Resource position, Resource item, Optional<Currency> currency) {
        return new Line(
                position.id("id", "key").orElse(""),
                title(item),
                quantity(position),
                item.text("sku"),
                Amounts.ofSet(item, "price_set").or(() -> Amounts.of(item, "price", currency)));
    }

    private static String title(Resource item) {
        return item.text("name").or(() -> item.text("title")).orElse("");
    }

    static int quantity(Resource position) {
        return position.text("quantity")
                .filter(text -> COUNT.matcher(text).matches())
                .map(Integer::parseInt)
                .orElse(0);
    }
}
