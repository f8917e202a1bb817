package io.switchboard.connector.shopify;

import io.switchboard.connector.Translation;
import java.util.Optional;

/**
 * A subscription contract, or an attempt to bill one. A contract outlives its orders, so it has a timeline of its own.
 *
 * @param happened the canonical topic
 */
record SubscriptionTranslator(String happened) implements TopicTranslator {

    @Override
    public Translation translate(Resource body, Arrival arrival) {
        var contract = body.requireId("subscription_contract_id", "id", "admin_graphql_api_id");
        var customer = body.id("customer_id", "admin_graphql_api_customer_id");
        return ChangeBuilder.of(arrival, happened, "subscription", contract)
                .order(body.id("order_id", "origin_order_id", "admin_graphql_api_origin_order_id"))
                .customer(People.known(customer, Optional.empty(), Optional.empty(), Optional.empty(), arrival.shop()))
                .copy(body, "status", "error_code", "error_message")
                .translation();
    }
}
