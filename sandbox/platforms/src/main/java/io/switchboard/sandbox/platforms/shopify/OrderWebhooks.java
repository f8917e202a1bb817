package io.switchboard.sandbox.platforms.shopify;

import io.switchboard.sandbox.platforms.wire.Json;
import io.switchboard.sandbox.platforms.wire.SeededIds;
import java.time.Clock;

/** Webhooks of the topics {@code orders/*}: the whole order as it is at that moment, except for {@code orders/edited}. */
public final class OrderWebhooks {

    private final ShopifyCaller caller;
    private final SeededIds ids;
    private final Clock clock;

    OrderWebhooks(ShopifyCaller caller, SeededIds ids, Clock clock) {
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    public ShopifyWebhook created(ShopOrder order) {
        return whole("orders/create", order);
    }

    public ShopifyWebhook updated(ShopOrder order) {
        return whole("orders/updated", order.touched(clock.instant()));
    }

    public ShopifyWebhook paid(ShopOrder order) {
        return whole("orders/paid", order.paid(clock.instant()));
    }

    public ShopifyWebhook cancelled(ShopOrder order) {
        return whole("orders/cancelled", order.cancelled(clock.instant()));
    }

    public ShopifyWebhook fulfilled(ShopOrder order, String carrier, String trackingNumber) {
        var shipment = new Shipment(ids.beyondDouble(), carrier, trackingNumber, clock.instant());
        return whole("orders/fulfilled", order.fulfilled(shipment));
    }

    public ShopifyWebhook partiallyFulfilled(ShopOrder order, String carrier, String trackingNumber) {
        var shipment = new Shipment(ids.beyondDouble(), carrier, trackingNumber, clock.instant());
        var body = RestViews.order(order.fulfilled(shipment)).put("fulfillment_status", "partial");
        return caller.webhook("orders/partially_fulfilled", body);
    }

    /** Says what changed and on which order, but does not hold the order. */
    public ShopifyWebhook edited(ShopOrder order) {
        var body = Json.object();
        var edit = body.putObject("order_edit")
                .put("id", ids.beyondDouble())
                .put("order_id", order.id())
                .put("created_at", ShopTime.rest(clock.instant()))
                .put("notify_customer", false)
                .putNull("staff_note")
                .putNull("user_id");
        var changes = edit.putObject("line_items");
        changes.putArray("additions")
                .addObject()
                .put("id", order.lines().getFirst().id())
                .put("delta", 1);
        changes.putArray("removals");
        return caller.webhook("orders/edited", body);
    }

    private ShopifyWebhook whole(String topic, ShopOrder order) {
        return caller.webhook(topic, RestViews.order(order));
    }
}
