package io.switchboard.sandbox.platforms.shopify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.sandbox.platforms.wire.Json;
import io.switchboard.sandbox.platforms.wire.SeededIds;
import java.util.List;

/**
 * Webhooks about the app itself: removal, and the three topics every app must answer. Source: shopify.dev, Privacy law
 * compliance.
 */
public final class AppWebhooks {

    private static final long SHOP_ID = 548_380_009L;

    private final ShopifyCaller caller;
    private final String shopDomain;
    private final SeededIds ids;

    AppWebhooks(ShopifyCaller caller, String shopDomain, SeededIds ids) {
        this.caller = caller;
        this.shopDomain = shopDomain;
        this.ids = ids;
    }

    /** A customer wants to see what is stored. */
    public ShopifyWebhook dataRequested(ShopCustomer customer, List<ShopOrder> orders) {
        var body = about(customer);
        var requested = body.putArray("orders_requested");
        orders.forEach(order -> requested.add(order.id()));
        body.putObject("data_request").put("id", ids.beyondDouble());
        return caller.webhook("customers/data_request", body);
    }

    /** What is stored about a customer is to be deleted. */
    public ShopifyWebhook customerRedacted(ShopCustomer customer, List<ShopOrder> orders) {
        var body = about(customer);
        var redacted = body.putArray("orders_to_redact");
        orders.forEach(order -> redacted.add(order.id()));
        return caller.webhook("customers/redact", body);
    }

    /** What is stored about the shop is to be deleted; comes 48 hours after the app was removed. */
    public ShopifyWebhook shopRedacted() {
        return caller.webhook("shop/redact", shop());
    }

    /** The access token is dead from now on. */
    public ShopifyWebhook uninstalled() {
        return caller.webhook(
                "app/uninstalled",
                Json.object()
                        .put("id", SHOP_ID)
                        .put("name", "Demo Shop")
                        .put("email", "owner@demo.example")
                        .put("domain", shopDomain)
                        .put("myshopify_domain", shopDomain)
                        .put("country_code", "DE")
                        .put("currency", "EUR")
                        .put("iana_timezone", "Europe/Berlin")
                        .put("plan_name", "basic"));
    }

    private ObjectNode about(ShopCustomer customer) {
        var body = shop();
        body.putObject("customer")
                .put("id", customer.id())
                .put("email", customer.person().mailAddress())
                .put("phone", "+" + customer.person().phone());
        return body;
    }

    private ObjectNode shop() {
        return Json.object().put("shop_id", SHOP_ID).put("shop_domain", shopDomain);
    }
}
