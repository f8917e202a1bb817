package io.switchboard.connector.shopify;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which translator reads which topic, and why the rest is left alone.
 *
 * @see <a href="https://shopify.dev/docs/api/webhooks">Shopify: list of webhook topics</a>
 */
final class Topics {

    private static final Map<String, TopicTranslator> TRANSLATORS = Map.ofEntries(
            entry("orders/create", OrderTranslator.of("order.placed", "created_at", "processed_at")),
            entry("orders/updated", OrderTranslator.of("order.changed", "updated_at")),
            entry("orders/edited", new OrderEditTranslator()),
            entry("orders/paid", OrderTranslator.of("order.paid", "updated_at", "processed_at")),
            entry("orders/cancelled", OrderTranslator.of("order.cancelled", "cancelled_at", "updated_at")),
            entry("orders/fulfilled", OrderTranslator.of("order.fulfilled", "updated_at")),
            entry("orders/partially_fulfilled", OrderTranslator.of("order.partially_fulfilled", "updated_at")),
            entry("orders/delete", OrderTranslator.of("order.deleted")),
            entry("orders/risk_assessment_changed", new RiskTranslator()),
            entry("order_transactions/create", new PaymentTranslator()),
            entry("refunds/create", new RefundTranslator()),
            entry("fulfillments/create", new ShipmentTranslator("shipment.created", "created_at")),
            entry("fulfillments/update", new ShipmentTranslator("shipment.changed", "updated_at")),
            entry("fulfillment_events/create", new TrackingTranslator("shipment.tracking")),
            entry("fulfillment_events/delete", new TrackingTranslator("shipment.tracking_deleted")),
            entry("fulfillment_holds/added", new FulfillmentOrderTranslator("order.held")),
            entry("fulfillment_holds/released", new FulfillmentOrderTranslator("order.hold_released")),
            fulfillmentOrder("placed_on_hold", "held"),
            fulfillmentOrder("hold_released", "hold_released"),
            fulfillmentOrder("cancelled", "cancelled"),
            fulfillmentOrder("moved", "moved"),
            fulfillmentOrder("split", "split"),
            fulfillmentOrder("merged", "merged"),
            fulfillmentOrder("rescheduled", "rescheduled"),
            fulfillmentOrder("order_routing_complete", "routed"),
            fulfillmentOrder("scheduled_fulfillment_order_ready", "ready"),
            fulfillmentOrder("progress_reported", "progress_reported"),
            fulfillmentOrder("manually_reported_progress_stopped", "progress_stopped"),
            fulfillmentOrder("line_items_prepared_for_pickup", "ready_for_pickup"),
            fulfillmentOrder("line_items_prepared_for_local_delivery", "ready_for_delivery"),
            fulfillmentOrder("fulfillment_service_failed_to_complete", "failed"),
            fulfillmentOrder("fulfillment_request_submitted", "requested"),
            fulfillmentOrder("fulfillment_request_accepted", "accepted"),
            fulfillmentOrder("fulfillment_request_rejected", "rejected"),
            fulfillmentOrder("cancellation_request_submitted", "cancellation_requested"),
            fulfillmentOrder("cancellation_request_accepted", "cancellation_accepted"),
            fulfillmentOrder("cancellation_request_rejected", "cancellation_rejected"),
            entry("returns/request", new ReturnTranslator("return.requested")),
            entry("returns/approve", new ReturnTranslator("return.approved")),
            entry("returns/decline", new ReturnTranslator("return.declined")),
            entry("returns/update", new ReturnTranslator("return.changed")),
            entry("returns/process", new ReturnTranslator("return.processed")),
            entry("returns/close", new ReturnTranslator("return.closed")),
            entry("returns/cancel", new ReturnTranslator("return.cancelled")),
            entry("returns/reopen", new ReturnTranslator("return.reopened")),
            entry("disputes/create", new DisputeTranslator("dispute.opened", Optional.of("initiated_at"))),
            entry("disputes/update", new DisputeTranslator("dispute.changed", Optional.empty())),
            entry("customers/create", CustomerTranslator.of("customer.created", "created_at")),
            entry("customers/update", CustomerTranslator.of("customer.changed", "updated_at")),
            entry("customers/enable", CustomerTranslator.of("customer.enabled", "updated_at")),
            entry("customers/disable", CustomerTranslator.of("customer.disabled", "updated_at")),
            entry("customers/delete", CustomerTranslator.of("customer.deleted")),
            entry("customers/merge", new MergeTranslator()),
            entry("customer.tags_added", new CustomerTagsTranslator("customer.tagged")),
            entry("customer.tags_removed", new CustomerTagsTranslator("customer.untagged")),
            entry("customers_email_marketing_consent/update", ConsentTranslator.EMAIL),
            entry("customers_marketing_consent/update", ConsentTranslator.SMS),
            entry("customers_whats_app_marketing_consent/update", ConsentTranslator.WHATSAPP),
            entry("checkouts/create", new BasketTranslator("checkout", "checkout.created", "created_at")),
            entry("checkouts/update", new BasketTranslator("checkout", "checkout.changed", "updated_at")),
            entry("checkouts/delete", new BasketTranslator("checkout", "checkout.deleted", "deleted_at")),
            entry("carts/create", new BasketTranslator("cart", "cart.created", "created_at")),
            entry("carts/update", new BasketTranslator("cart", "cart.changed", "updated_at")),
            entry("draft_orders/create", new BasketTranslator("draft_order", "draft_order.created", "created_at")),
            entry("draft_orders/update", new BasketTranslator("draft_order", "draft_order.changed", "updated_at")),
            entry("draft_orders/delete", new BasketTranslator("draft_order", "draft_order.deleted", "deleted_at")),
            entry("subscription_billing_attempts/success", new SubscriptionTranslator("subscription.billed")),
            entry("subscription_billing_attempts/failure", new SubscriptionTranslator("subscription.billing_failed")),
            entry(
                    "subscription_billing_attempts/challenged",
                    new SubscriptionTranslator("subscription.billing_challenged")),
            subscription("create", "created"),
            subscription("update", "changed"),
            subscription("activate", "activated"),
            subscription("pause", "paused"),
            subscription("cancel", "cancelled"),
            subscription("expire", "expired"),
            subscription("fail", "failed"),
            entry("customers/data_request", PrivacyTranslator.DATA_REQUEST),
            entry("customers/redact", PrivacyTranslator.REDACT_CUSTOMER),
            entry("shop/redact", PrivacyTranslator.REDACT_SHOP),
            entry("app/uninstalled", HealthTranslator.UNINSTALLED),
            entry("app/scopes_update", HealthTranslator.SCOPES_UPDATED));

    private static final String CATALOGUE = "the shop's catalogue and stock, nothing about a customer";
    private static final String SETTINGS = "a setting of the shop, nothing about a customer";
    private static final String BILLING = "money between the shop, Shopify and us, nothing about a customer";
    private static final String TOLD_ELSEWHERE = "told by the order's own topics";

    /** By the topic's first word. */
    private static final Map<String, String> LEFT_ALONE = Map.ofEntries(
            entry("products", CATALOGUE),
            entry("product_listings", CATALOGUE),
            entry("product_feeds", CATALOGUE),
            entry("product_publications", CATALOGUE),
            entry("scheduled_product_listings", CATALOGUE),
            entry("variants", CATALOGUE),
            entry("collections", CATALOGUE),
            entry("collection_listings", CATALOGUE),
            entry("collection_publications", CATALOGUE),
            entry("inventory_items", CATALOGUE),
            entry("inventory_levels", CATALOGUE),
            entry("inventory_shipments", CATALOGUE),
            entry("inventory_transfers", CATALOGUE),
            entry("discounts", CATALOGUE),
            entry("selling_plan_groups", CATALOGUE),
            entry("metaobjects", CATALOGUE),
            entry("metafield_definitions", SETTINGS),
            entry("shop", SETTINGS),
            entry("themes", SETTINGS),
            entry("locations", SETTINGS),
            entry("locales", SETTINGS),
            entry("markets", SETTINGS),
            entry("domains", SETTINGS),
            entry("profiles", SETTINGS),
            entry("channels", SETTINGS),
            entry("tax_services", SETTINGS),
            entry("bulk_operations", SETTINGS),
            entry("audit_events", SETTINGS),
            entry("app_purchases_one_time", BILLING),
            entry("app_subscriptions", BILLING),
            entry("tender_transactions", TOLD_ELSEWHERE),
            entry("reverse_deliveries", "told by the return's own topics"),
            entry("reverse_fulfillment_orders", "told by the return's own topics"));

    private static final Pattern PRINTABLE = Pattern.compile("[A-Za-z0-9_./]{1,80}");

    private Topics() {}

    static Optional<TopicTranslator> translator(String topic) {
        return Optional.ofNullable(TRANSLATORS.get(topic.toLowerCase(Locale.ROOT)));
    }

    static String whyIgnored(String topic) {
        var family = topic.toLowerCase(Locale.ROOT).split("/", 2)[0];
        return LEFT_ALONE.getOrDefault(family, "unknown topic");
    }

    /** For an operator's eye: a topic is a header, and a header may say anything. */
    static String printable(String topic) {
        return PRINTABLE.matcher(topic).matches() ? "topic " + topic : "topic that is none";
    }

    /** All topics that are translated. */
    static Set<String> translated() {
        return TRANSLATORS.keySet();
    }

    private static Map.Entry<String, TopicTranslator> fulfillmentOrder(String action, String happened) {
        return entry("fulfillment_orders/" + action, new FulfillmentOrderTranslator("fulfillment_order." + happened));
    }

    private static Map.Entry<String, TopicTranslator> subscription(String action, String happened) {
        return entry("subscription_contracts/" + action, new SubscriptionTranslator("subscription." + happened));
    }
}
