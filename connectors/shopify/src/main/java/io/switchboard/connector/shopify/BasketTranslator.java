package io.switchboard.connector.shopify;

import io.switchboard.canonical.ThreadKey;
import io.switchboard.connector.Translation;
import java.util.Optional;

/**
 * What is not yet an order: a cart, a checkout, a draft. Carts and checkouts may have a token where others have an
 * id, and a deleted checkout is known by another of the two than a changed one; the cart they share holds their
 * timeline together.
 *
 * @param resource {@code cart}, {@code checkout} or {@code draft_order}
 * @param happened the canonical topic
 * @param time the field that says when
 */
record BasketTranslator(String resource, String happened, String time) implements TopicTranslator {

    @Override
    public Translation translate(Resource basket, Arrival arrival) {
        var currency = Amounts.currency(basket);
        return ChangeBuilder.of(arrival, happened, resource, basket.requireId("id", "token"))
                .at(basket.moment(time), basket.moment("updated_at"))
                .partOf(basket.id("order_id"))
                .alsoKnownAs(cart(basket))
                .name(basket.text("name"))
                .customer(People.buyer(basket, arrival.shop()))
                .total(Amounts.of(basket, "total_price", currency))
                .lines(Lines.sold(basket, currency))
                .copy(basket, "status", "note", "tags", "gateway", "source_name")
                .copyTimes(basket, "completed_at", "invoice_sent_at")
                .translation();
    }

    private static Optional<ThreadKey> cart(Resource basket) {
        return basket.id("cart_token").map(token -> ChangeBuilder.timeline("cart", token));
    }
}
