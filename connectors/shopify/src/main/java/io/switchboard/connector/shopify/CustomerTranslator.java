package io.switchboard.connector.shopify;

import io.switchboard.connector.Translation;
import java.util.List;

/**
 * A customer's record.
 *
 * @param happened the canonical topic
 * @param times the fields that say when, best first
 */
record CustomerTranslator(String happened, List<String> times) implements TopicTranslator {

    static CustomerTranslator of(String happened, String... times) {
        return new CustomerTranslator(happened, List.of(times));
    }

    @Override
    public Translation translate(Resource customer, Arrival arrival) {
        return ChangeBuilder.of(arrival, happened, "customer", customer.requireId("id", "admin_graphql_api_id"))
                .at(customer.moment(times.toArray(String[]::new)), customer.moment("updated_at"))
                .customer(People.customer(customer, arrival.shop()))
                .copy(customer, "state", "note", "tags", "verified_email", "orders_count", "total_spent", "currency")
                .attribute("last_order", customer.id("last_order_id"))
                .translation();
    }
}
