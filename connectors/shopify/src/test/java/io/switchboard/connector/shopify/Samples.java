package io.switchboard.connector.shopify;

import static java.util.Map.entry;

import java.util.Map;
import java.util.TreeMap;

/** One body for each topic that is translated, in the shapes Shopify documents, with a made-up shop's words. */
final class Samples {

    static final String ORDER_ID = "7300000000000000001";
    static final String CUSTOMER_ID = "8200000000000000017";

    static final String CUSTOMER = """
            {
              "id": 8200000000000000017,
              "created_at": "2025-11-20T08:15:00+01:00",
              "updated_at": "2026-02-03T09:59:58+01:00",
              "first_name": "Ada",
              "last_name": "Example",
              "state": "enabled",
              "note": null,
              "verified_email": true,
              "tags": "vip, oolong",
              "email": "Ada@Example.com",
              "phone": "+49 (30) 901820",
              "currency": "EUR",
              "orders_count": 3,
              "total_spent": "141.70",
              "last_order_id": 7300000000000000001,
              "admin_graphql_api_id": "gid://shopify/Customer/8200000000000000017"
            }""";

    static final String ORDER = """
            {
              "id": 7300000000000000001,
              "admin_graphql_api_id": "gid://shopify/Order/7300000000000000001",
              "name": "#1001",
              "created_at": "2026-02-03T10:00:00+01:00",
              "updated_at": "2026-02-03T10:00:02+01:00",
              "cancelled_at": "2026-02-03T10:30:00+01:00",
              "cancel_reason": "customer",
              "closed_at": null,
              "currency": "EUR",
              "total_price": "54.80",
              "current_total_price": "49.90",
              "financial_status": "paid",
              "fulfillment_status": null,
              "contact_email": "ada@example.com",
              "email": "ada@example.com",
              "phone": null,
              "note": "Please ring twice",
              "tags": "gift",
              "source_name": "web",
              "payment_gateway_names": ["shopify_payments", "gift_card"],
              "test": false,
              "customer": %s,
              "line_items": [
                {"id": 9100000000000000001, "name": "Teapot - blue", "title": "Teapot", "quantity": 1, "sku": "TP-B",
                 "price": "49.90", "price_set": {"shop_money": {"amount": "49.90", "currency_code": "EUR"}}},
                {"id": 9100000000000000002, "name": "Tea strainer", "quantity": 2, "sku": null, "price": "2.45"}
              ],
              "shipping_lines": [{"title": "Letter", "price": "0.00"}],
              "fulfillments": [
                {"id": 6600000000000000001, "tracking_company": "DHL", "tracking_number": "JJD01",
                 "tracking_numbers": ["JJD01"], "tracking_urls": ["https://track.example/JJD01"]}
              ]
            }""".formatted(CUSTOMER);

    static final String ORDER_EDIT = """
            {"order_edit": {
              "id": 78912328793,
              "order_id": 7300000000000000001,
              "created_at": "2026-02-03T11:00:00+01:00",
              "committed_at": "2026-02-03T11:05:00+01:00",
              "notify_customer": true,
              "staff_note": "Second pot added",
              "line_items": {
                "additions": [{"id": 9100000000000000003, "delta": 1}],
                "removals": [{"id": 9100000000000000002, "delta": 2}]
              }
            }}""";

    static final String REFUND = """
            {
              "id": 5500000000000000001,
              "order_id": 7300000000000000001,
              "created_at": "2026-02-05T12:00:00+01:00",
              "processed_at": "2026-02-05T12:00:01+01:00",
              "note": "Spout broken",
              "refund_line_items": [
                {"id": 1, "line_item_id": 9100000000000000001, "quantity": 1, "subtotal": 49.90,
                 "subtotal_set": {"shop_money": {"amount": "49.90", "currency_code": "EUR"}},
                 "line_item": {"id": 9100000000000000001, "name": "Teapot - blue", "sku": "TP-B", "price": "49.90"}}
              ],
              "transactions": [
                {"id": 2, "kind": "refund", "status": "success", "gateway": "shopify_payments", "amount": "40.00",
                 "currency": null},
                {"id": 3, "kind": "refund", "status": "success", "gateway": "gift_card", "amount": "9.90",
                 "currency": "EUR"},
                {"id": 4, "kind": "refund", "status": "failure", "gateway": "gift_card", "amount": "100.00",
                 "currency": "EUR"}
              ]
            }""";

    static final String FULFILLMENT = """
            {
              "id": 6600000000000000001,
              "order_id": 7300000000000000001,
              "name": "#1001.1",
              "status": "success",
              "shipment_status": "in_transit",
              "created_at": "2026-02-04T09:00:00+01:00",
              "updated_at": "2026-02-04T17:30:00+01:00",
              "email": "ada@example.com",
              "destination": {"name": "Somebody Else"},
              "tracking_company": "DHL",
              "tracking_number": "JJD01",
              "tracking_numbers": ["JJD01", "JJD02"],
              "tracking_urls": ["https://track.example/JJD01", "https://track.example/JJD02"],
              "line_items": [{"id": 9100000000000000001, "name": "Teapot - blue", "quantity": 1, "price": "49.90"}]
            }""";

    static final String FULFILLMENT_EVENT = """
            {
              "id": 4400000000000000001,
              "fulfillment_id": 6600000000000000001,
              "order_id": 7300000000000000001,
              "status": "attempted_delivery",
              "message": "Nobody at home",
              "happened_at": "2026-02-05T08:12:00+01:00",
              "created_at": "2026-02-05T08:13:00+01:00",
              "updated_at": "2026-02-05T08:13:00+01:00",
              "city": "Berlin",
              "country": "DE",
              "estimated_delivery_at": "2026-02-06T18:00:00+01:00"
            }""";

    static final String HOLD = """
            {
              "fulfillment_order": {"id": "gid://shopify/FulfillmentOrder/3300000000000000001"},
              "fulfillment_hold": {
                "id": "gid://shopify/FulfillmentHold/77",
                "reason": "inventory_out_of_stock",
                "reason_notes": "Blue is back on Friday"
              }
            }""";

    static final String FULFILLMENT_ORDER = """
            {
              "fulfillment_order": {
                "id": "gid://shopify/FulfillmentOrder/3300000000000000001",
                "status": "on_hold",
                "request_status": "unsubmitted",
                "fulfill_at": "2026-02-06T00:00:00+01:00",
                "fulfillment_holds": [{"id": "gid://shopify/FulfillmentHold/78", "reason": "other"}]
              },
              "message": "Will do on Friday",
              "replacement_fulfillment_order": {"id": "gid://shopify/FulfillmentOrder/3300000000000000002"}
            }""";

    static final String RETURN = """
            {
              "id": 2200000000000000001,
              "admin_graphql_api_id": "gid://shopify/Return/2200000000000000001",
              "name": "#1001-R1",
              "status": "requested",
              "order": {
                "id": 7300000000000000001,
                "admin_graphql_api_id": "gid://shopify/Order/7300000000000000001"
              },
              "total_return_line_items": 1,
              "return_line_items": [
                {"id": 21, "quantity": 1, "return_reason": "defective", "customer_note": "The spout leaks",
                 "fulfillment_line_item": {"line_item": {"name": "Teapot - blue", "sku": "TP-B"}}}
              ]
            }""";

    static final String RETURN_CHANGE = """
            {
              "admin_graphql_api_id": "gid://shopify/Return/2200000000000000001",
              "return_line_items": {
                "removals": [{"admin_graphql_api_id": "gid://shopify/ReturnLineItem/21", "delta": 1}]
              }
            }""";

    static final String DISPUTE = """
            {
              "id": 1100000000000000001,
              "order_id": 7300000000000000001,
              "type": "chargeback",
              "amount": "54.80",
              "currency": "EUR",
              "reason": "product_not_received",
              "network_reason_code": "13.1",
              "status": "needs_response",
              "evidence_due_by": "2026-03-02T00:00:00+01:00",
              "evidence_sent_on": null,
              "finalized_on": null,
              "initiated_at": "2026-02-20T07:00:00+01:00"
            }""";

    static final String CHECKOUT = """
            {
              "token": "4f1c6a",
              "cart_token": "c0ffee",
              "created_at": "2026-02-03T09:40:00+01:00",
              "updated_at": "2026-02-03T09:41:00+01:00",
              "currency": "EUR",
              "total_price": "54.80",
              "email": "ada@example.com",
              "name": "#981820079",
              "line_items": [{"key": "139cb5", "title": "Teapot", "quantity": 1, "price": "49.90"}],
              "customer": null
            }""";

    static final String SUBSCRIPTION = """
            {
              "id": 910011,
              "status": "active",
              "customer_id": 8200000000000000017,
              "admin_graphql_api_customer_id": "gid://shopify/Customer/8200000000000000017",
              "origin_order_id": 7300000000000000001,
              "revision_id": "9551"
            }""";

    static final String BILLING_ATTEMPT = """
            {
              "id": 55,
              "order_id": null,
              "subscription_contract_id": 910011,
              "error_code": "card_expired",
              "error_message": "Card expired"
            }""";

    static final String PAYMENT = """
            {
              "id": 3210000000000000001,
              "order_id": 7300000000000000001,
              "kind": "sale",
              "gateway": "shopify_payments",
              "status": "failure",
              "message": "Card declined",
              "error_code": "card_declined",
              "created_at": "2026-02-03T10:00:01+01:00",
              "processed_at": "2026-02-03T10:00:01+01:00",
              "amount": "54.80",
              "currency": "EUR"
            }""";

    static final String MERGE = """
            {
              "admin_graphql_api_customer_kept_id": "gid://shopify/Customer/8200000000000000017",
              "admin_graphql_api_customer_deleted_id": "gid://shopify/Customer/8200000000000000018",
              "admin_graphql_api_job_id": null,
              "status": "completed",
              "errors": []
            }""";

    static final String EMAIL_CONSENT = """
            {
              "customer_id": 8200000000000000017,
              "email_address": "ada@example.com",
              "email_marketing_consent": {
                "state": "subscribed",
                "opt_in_level": "single_opt_in",
                "consent_updated_at": "2026-02-03T09:00:00+01:00"
              }
            }""";

    static final String SMS_CONSENT = """
            {
              "id": 8200000000000000017,
              "phone": "+4930901820",
              "sms_marketing_consent": {
                "state": "unsubscribed", "opt_in_level": null, "consent_updated_at": "2026-02-03T09:00:00+01:00"
              }
            }""";

    static final String WHATSAPP_CONSENT = """
            {
              "customer_id": 8200000000000000017,
              "phone_number": "+4930901820",
              "whats_app_marketing_consent": {"state": "subscribed", "updated_at": "2026-02-03T09:00:00+01:00"}
            }""";

    static final String DATA_REQUEST = """
            {
              "shop_id": 954889,
              "shop_domain": "teapots.myshopify.com",
              "customer": {"id": 8200000000000000017, "email": "ada@example.com", "phone": "030 901820"},
              "orders_requested": [7300000000000000001, 7300000000000000002],
              "data_request": {"id": 9999}
            }""";

    static final String CUSTOMER_REDACTION = """
            {
              "shop_id": 954889,
              "shop_domain": "teapots.myshopify.com",
              "customer": {"id": 8200000000000000017, "email": "ada@example.com", "phone": "030 901820"},
              "orders_to_redact": [7300000000000000001]
            }""";

    static final String SHOP_REDACTION = """
            {"shop_id": 954889, "shop_domain": "teapots.myshopify.com"}""";

    static final String SCOPES = """
            {
              "id": 1,
              "shop_id": "gid://shopify/Shop/954889",
              "previous": ["read_customers", "read_orders", "read_returns"],
              "current": ["read_customers"],
              "updated_at": "2026-02-03T10:00:00.000Z"
            }""";

    private static final String ID_ONLY = "{\"id\": 7300000000000000001}";
    private static final String TAGS = """
            {
              "customerId": "gid://shopify/Customer/8200000000000000017",
              "tags": ["vip", "oolong"],
              "occurredAt": "2026-02-03T09:00:00.000Z"
            }""";
    private static final String RISK = """
            {
              "risk_level": "high",
              "provider_title": "Shopify",
              "created_at": "2026-02-03T10:00:03+01:00",
              "admin_graphql_api_order_id": "gid://shopify/Order/7300000000000000001"
            }""";
    private static final String DRAFT = """
            {"id": 890612572568261625, "name": "#D7", "status": "open", "currency": "EUR", "total_price": "19.00",
             "created_at": "2026-02-01T10:00:00+01:00", "updated_at": "2026-02-01T10:00:00+01:00", "order_id": null}""";
    private static final String CART = """
            {"id": "c0ffee", "token": "c0ffee", "note": null, "line_items": [],
             "created_at": "2026-02-03T09:30:00.000Z", "updated_at": "2026-02-03T09:31:00.000Z"}""";

    private static final Map<String, String> BY_FAMILY = Map.ofEntries(
            entry("orders", ORDER),
            entry("order_transactions", PAYMENT),
            entry("refunds", REFUND),
            entry("fulfillments", FULFILLMENT),
            entry("fulfillment_events", FULFILLMENT_EVENT),
            entry("fulfillment_holds", HOLD),
            entry("fulfillment_orders", FULFILLMENT_ORDER),
            entry("returns", RETURN),
            entry("disputes", DISPUTE),
            entry("customers", CUSTOMER),
            entry("customer.tags_added", TAGS),
            entry("customer.tags_removed", TAGS),
            entry("customers_email_marketing_consent", EMAIL_CONSENT),
            entry("customers_marketing_consent", SMS_CONSENT),
            entry("customers_whats_app_marketing_consent", WHATSAPP_CONSENT),
            entry("checkouts", CHECKOUT),
            entry("carts", CART),
            entry("draft_orders", DRAFT),
            entry("subscription_contracts", SUBSCRIPTION),
            entry("subscription_billing_attempts", BILLING_ATTEMPT),
            entry("app", SCOPES));

    private static final Map<String, String> BY_TOPIC = Map.ofEntries(
            entry("orders/edited", ORDER_EDIT),
            entry("orders/delete", ID_ONLY),
            entry("orders/risk_assessment_changed", RISK),
            entry("returns/update", RETURN_CHANGE),
            entry("customers/delete", ID_ONLY),
            entry("customers/merge", MERGE),
            entry("customers/data_request", DATA_REQUEST),
            entry("customers/redact", CUSTOMER_REDACTION),
            entry("shop/redact", SHOP_REDACTION),
            entry("draft_orders/delete", ID_ONLY),
            entry("checkouts/delete", "{\"id\": 981820079, \"cart_token\": \"c0ffee\"}"),
            entry("app/uninstalled", "{\"id\": 954889, \"name\": \"Teapots\", \"email\": \"owner@example.com\"}"));

    private Samples() {}

    static Hook hook(String topic) {
        var body = BY_TOPIC.getOrDefault(topic, BY_FAMILY.get(topic.split("/", 2)[0]));
        if (body == null) {
            throw new AssertionError("no sample for " + topic);
        }
        return Hook.of(topic, body)
                .with(Hook.EVENT, "59d6d79c-595f-4e7e-bc6f-72f5c3d0c66f")
                .with(Hook.TRIGGERED, "2026-02-03T10:00:04.123456Z");
    }

    /** Every translated topic with its sample, by name. */
    static Map<String, Hook> all() {
        var hooks = new TreeMap<String, Hook>();
        Topics.translated().forEach(topic -> hooks.put(topic, hook(topic)));
        return hooks;
    }
}
