package io.switchboard.connector.shopify;

import io.switchboard.connector.Translation;
import java.util.Optional;

/**
 * Goods on their way back. {@code returns/update} alone does not name the order; it finds the order's timeline by the
 * return's own key, which every other return delivery leaves there.
 *
 * @param happened the canonical topic
 */
record ReturnTranslator(String happened) implements TopicTranslator {

    @Override
    public Translation translate(Resource goods, Arrival arrival) {
        var refusal = goods.object("decline");
        var first = goods.objects("return_line_items").stream().findFirst();
        return ChangeBuilder.of(arrival, happened, "return", goods.requireId("id", "admin_graphql_api_id"))
                .at(goods.moment("updated_at", "created_at"), goods.moment("updated_at"))
                .partOf(order(goods))
                .name(goods.text("name"))
                .lines(Lines.returned(goods))
                .copy(goods, "status", "total_return_line_items")
                .attribute(
                        "reason",
                        refusal.flatMap(no -> no.text("reason"))
                                .or(() -> first.flatMap(line -> line.text("return_reason"))))
                .attribute(
                        "note",
                        refusal.flatMap(no -> no.text("note"))
                                .or(() -> first.flatMap(line -> line.text("customer_note")))
                                .or(() -> first.flatMap(line -> line.text("return_reason_note"))))
                .translation();
    }

    private static Optional<String> order(Resource goods) {
        return goods.id("order_id")
                .or(() -> goods.object("order").flatMap(order -> order.id("id", "admin_graphql_api_id")));
    }
}
