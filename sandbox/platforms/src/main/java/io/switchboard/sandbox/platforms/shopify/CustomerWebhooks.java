package io.switchboard.sandbox.platforms.shopify;

import io.switchboard.sandbox.platforms.wire.Json;
import java.time.Clock;

/** Webhooks of the topics {@code customers/create}, {@code update}, {@code delete} and {@code merge}. */
public final class CustomerWebhooks {

    private final ShopifyCaller caller;
    private final Clock clock;

    CustomerWebhooks(ShopifyCaller caller, Clock clock) {
        this.caller = caller;
        this.clock = clock;
    }

    public ShopifyWebhook created(ShopCustomer customer) {
        return caller.webhook("customers/create", RestViews.customer(customer));
    }

    public ShopifyWebhook updated(ShopCustomer customer) {
        var body = RestViews.customer(customer).put("updated_at", ShopTime.rest(clock.instant()));
        return caller.webhook("customers/update", body);
    }

    /** Of a deleted customer only the id is left. */
    public ShopifyWebhook deleted(ShopCustomer customer) {
        return caller.webhook(
                "customers/delete", Json.object().put("id", customer.id()).put("admin_graphql_api_id", customer.gid()));
    }

    public ShopifyWebhook merged(ShopCustomer kept, ShopCustomer gone) {
        return caller.webhook(
                "customers/merge",
                Json.object()
                        .put("admin_graphql_api_customer_kept_id", kept.gid())
                        .put("admin_graphql_api_customer_deleted_id", gone.gid())
                        .put("status", "completed"));
    }
}
