package io.switchboard.sandbox.platforms.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.sandbox.platforms.testing.ApiClient;
import io.switchboard.sandbox.platforms.testing.SettableClock;
import io.switchboard.sandbox.platforms.testing.StandInGateway;
import io.switchboard.sandbox.platforms.wire.Json;
import io.switchboard.sandbox.platforms.wire.RetrySchedule;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** A shop, the gateway its webhooks go to, and an app that looks things up. */
final class ShopFixture implements AutoCloseable {

    static final String ADMIN = "/admin/api/2026-07";

    final SettableClock clock = new SettableClock();
    final StandInGateway gateway = new StandInGateway();
    final ShopifyShop shop;
    final ApiClient app;

    ShopFixture() {
        var settings =
                ShopifySettings.sandbox(gateway.hook()).withRetries(RetrySchedule.doubling(Duration.ofMillis(5), 3));
        shop = ShopifyShop.start(settings, clock);
        app = new ApiClient(shop.base(), Map.of("X-Shopify-Access-Token", "sandbox-shopify-access-token"));
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return ApiClient.json(app.get(ADMIN + path));
    }

    JsonNode graph(String query, ObjectNode variables) throws IOException, InterruptedException {
        var body = Json.object().put("query", query);
        body.set("variables", variables);
        return ApiClient.json(app.post(ADMIN + "/graphql.json", Json.write(body)));
    }

    @Override
    public void close() {
        app.close();
        shop.close();
        gateway.close();
    }
}
