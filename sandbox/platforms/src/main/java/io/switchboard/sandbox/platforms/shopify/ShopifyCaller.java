package io.switchboard.sandbox.platforms.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.sandbox.platforms.wire.HookAnswer;
import io.switchboard.sandbox.platforms.wire.HookClient;
import io.switchboard.sandbox.platforms.wire.HookRequest;
import io.switchboard.sandbox.platforms.wire.Json;
import io.switchboard.sandbox.platforms.wire.PendingDelivery;
import io.switchboard.sandbox.platforms.wire.Redelivery;
import io.switchboard.sandbox.platforms.wire.SeededIds;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;

/**
 * Delivers the shop's webhooks: one second to connect, five in all, any 2xx is success. {@link #post} is one attempt and
 * returns the answer; {@link #deliver} tries in the background until accepted. Thread-safe.
 */
public final class ShopifyCaller {

    private final ShopifySettings settings;
    private final HookClient client;
    private final Redelivery redelivery;
    private final SeededIds ids;
    private final Clock clock;
    private final OrderWebhooks orders;
    private final AfterSalesWebhooks afterSales;
    private final CustomerWebhooks customers;
    private final AppWebhooks app;

    ShopifyCaller(ShopifySettings settings, HookClient client, Redelivery redelivery, SeededIds ids, Clock clock) {
        this.settings = settings;
        this.client = client;
        this.redelivery = redelivery;
        this.ids = ids;
        this.clock = clock;
        this.orders = new OrderWebhooks(this, ids, clock);
        this.afterSales = new AfterSalesWebhooks(this, ids, clock);
        this.customers = new CustomerWebhooks(this, clock);
        this.app = new AppWebhooks(this, settings.shopDomain(), ids);
    }

    /** {@code orders/*}. */
    public OrderWebhooks orders() {
        return orders;
    }

    /** {@code fulfillments/*}, {@code refunds/create}, {@code returns/*}, {@code disputes/*}. */
    public AfterSalesWebhooks afterSales() {
        return afterSales;
    }

    /** {@code customers/*} but the privacy topics. */
    public CustomerWebhooks customers() {
        return customers;
    }

    /** The three privacy topics and {@code app/uninstalled}. */
    public AppWebhooks app() {
        return app;
    }

    /** Any topic with any body, with new ids. */
    public ShopifyWebhook webhook(String topic, JsonNode body) {
        return new ShopifyWebhook(topic, ids.uuid(), ids.uuid(), clock.instant(), Json.write(body));
    }

    public HookAnswer post(ShopifyWebhook webhook) {
        return client.post(signed(webhook));
    }

    /** For deliveries that were changed after signing. */
    public HookAnswer post(HookRequest request) {
        return client.post(request);
    }

    /** Tries until the webhook answers 2xx or the retries are used up, every time with the same ids and bytes. */
    public PendingDelivery deliver(ShopifyWebhook webhook) {
        return redelivery.start(webhook.topic(), signed(webhook));
    }

    public HookRequest signed(ShopifyWebhook webhook) {
        var bytes = webhook.body().getBytes(StandardCharsets.UTF_8);
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "Shopify-Captain-Hook");
        headers.put("X-Shopify-Topic", webhook.topic());
        headers.put(
                ShopifySignature.HEADER, ShopifySignature.of(settings.secrets().clientSecret(), bytes));
        headers.put("X-Shopify-Shop-Domain", settings.shopDomain());
        headers.put("X-Shopify-API-Version", settings.apiVersion());
        headers.put("X-Shopify-Webhook-Id", webhook.webhookId().toString());
        headers.put("X-Shopify-Event-Id", webhook.eventId().toString());
        headers.put("X-Shopify-Triggered-At", webhook.triggeredAt().toString());
        return new HookRequest(settings.hook(), headers, bytes);
    }
}
