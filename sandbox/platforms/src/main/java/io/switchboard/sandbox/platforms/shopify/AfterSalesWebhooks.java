package io.switchboard.sandbox.platforms.shopify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.sandbox.platforms.wire.Json;
import io.switchboard.sandbox.platforms.wire.SeededIds;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;

/** Webhooks of what happens after the sale: fulfilment, refund, return, dispute. */
public final class AfterSalesWebhooks {

    private static final Duration EVIDENCE = Duration.ofDays(7);

    private final ShopifyCaller caller;
    private final SeededIds ids;
    private final Clock clock;

    AfterSalesWebhooks(ShopifyCaller caller, SeededIds ids, Clock clock) {
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    public ShopifyWebhook fulfillmentCreated(ShopOrder order, Shipment sent) {
        return caller.webhook("fulfillments/create", RestViews.fulfillment(order, sent));
    }

    /** @param shipmentStatus {@code in_transit}, {@code out_for_delivery}, {@code delivered}, {@code failure}, … */
    public ShopifyWebhook fulfillmentUpdated(ShopOrder order, Shipment sent, String shipmentStatus) {
        var body = RestViews.fulfillment(order, sent)
                .put("shipment_status", shipmentStatus)
                .put("updated_at", now());
        return caller.webhook("fulfillments/update", body);
    }

    public ShopifyWebhook fulfillmentEvent(ShopOrder order, Shipment sent, String status) {
        long id = ids.beyondDouble();
        return caller.webhook(
                "fulfillment_events/create",
                Json.object()
                        .put("id", id)
                        .put("admin_graphql_api_id", "gid://shopify/FulfillmentEvent/" + id)
                        .put("fulfillment_id", sent.id())
                        .put("order_id", order.id())
                        .put("status", status)
                        .put("happened_at", now())
                        .put("created_at", now())
                        .put("updated_at", now())
                        .putNull("message")
                        .putNull("estimated_delivery_at"));
    }

    /** One piece of the first position goes back. */
    public ShopifyWebhook refunded(ShopOrder order, String note) {
        long id = ids.beyondDouble();
        var line = order.lines().getFirst();
        var body = Json.object()
                .put("id", id)
                .put("admin_graphql_api_id", "gid://shopify/Refund/" + id)
                .put("order_id", order.id())
                .put("created_at", now())
                .put("processed_at", now())
                .put("note", note)
                .put("restock", true);
        var item = body.putArray("refund_line_items")
                .addObject()
                .put("id", ids.beyondDouble())
                .put("line_item_id", line.id())
                .put("quantity", 1)
                .put("restock_type", "return");
        item.set("subtotal_set", ShopMoney.restSet(line.price(), order.currency()));
        item.set("line_item", RestViews.line(order, line));
        body.putArray("transactions").add(refundTransaction(order, line.price()));
        body.putArray("order_adjustments");
        return caller.webhook("refunds/create", body);
    }

    public ShopifyWebhook returnRequested(ShopOrder order, String reason, String customerNote) {
        return caller.webhook("returns/request", aReturn(order, "requested", reason, customerNote));
    }

    /** @param step {@code approve}, {@code decline}, {@code cancel}, {@code close}, {@code reopen}, … */
    public ShopifyWebhook returnMoved(ShopOrder order, String step, String status) {
        return caller.webhook("returns/" + step, aReturn(order, status, "other", ""));
    }

    /** A chargeback over the whole order. */
    public ShopifyWebhook disputeOpened(ShopOrder order, String reason) {
        return caller.webhook("disputes/create", dispute(order, reason, "needs_response"));
    }

    /** @param status {@code under_review}, {@code won}, {@code lost}, … */
    public ShopifyWebhook disputeUpdated(ShopOrder order, String reason, String status) {
        return caller.webhook("disputes/update", dispute(order, reason, status));
    }

    private ObjectNode refundTransaction(ShopOrder order, BigDecimal amount) {
        long id = ids.beyondDouble();
        return Json.object()
                .put("id", id)
                .put("admin_graphql_api_id", "gid://shopify/OrderTransaction/" + id)
                .put("order_id", order.id())
                .put("kind", "refund")
                .put("status", "success")
                .put("gateway", "shopify_payments")
                .put("amount", ShopMoney.text(amount, order.currency()))
                .put("currency", order.currency())
                .put("created_at", now());
    }

    private ObjectNode aReturn(ShopOrder order, String status, String reason, String customerNote) {
        long id = order.id() + 1_000_000;
        var line = order.lines().getFirst();
        var body = Json.object()
                .put("id", id)
                .put("admin_graphql_api_id", "gid://shopify/Return/" + id)
                .put("name", order.name() + "-R1")
                .put("status", status);
        body.putObject("order").put("id", order.id()).put("admin_graphql_api_id", order.gid());
        body.put("total_return_line_items", 1);
        var item = body.putArray("return_line_items")
                .addObject()
                .put("id", id + 1)
                .put("admin_graphql_api_id", "gid://shopify/ReturnLineItem/" + (id + 1))
                .put("quantity", 1)
                .put("return_reason", reason)
                .put("return_reason_note", "")
                .put("customer_note", customerNote);
        var fulfilled = item.putObject("fulfillment_line_item")
                .put("id", id + 2)
                .put("admin_graphql_api_id", "gid://shopify/FulfillmentLineItem/" + (id + 2));
        fulfilled
                .putObject("line_item")
                .put("id", line.id())
                .put("admin_graphql_api_id", "gid://shopify/LineItem/" + line.id());
        return body;
    }

    /** The same order has the same dispute, so that an update finds its beginning. */
    private ObjectNode dispute(ShopOrder order, String reason, String status) {
        var now = clock.instant();
        return Json.object()
                .put("id", order.id() + 2_000_000)
                .put("order_id", order.id())
                .put("type", "chargeback")
                .put("amount", ShopMoney.text(order.total(), order.currency()))
                .put("currency", order.currency())
                .put("reason", reason)
                .put("network_reason_code", "4837")
                .put("status", status)
                .put("evidence_due_by", ShopTime.rest(now.plus(EVIDENCE)))
                .put("initiated_at", ShopTime.rest(now))
                .putNull("evidence_sent_on")
                .putNull("finalized_on");
    }

    private String now() {
        return ShopTime.rest(clock.instant());
    }
}
