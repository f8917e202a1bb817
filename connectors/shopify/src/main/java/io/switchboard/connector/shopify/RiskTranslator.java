package io.switchboard.connector.shopify;

import io.switchboard.connector.Translation;
import java.util.Optional;

/** Somebody assessed how likely an order is a fraud. Older API versions do not say which order. */
final class RiskTranslator implements TopicTranslator {

    @Override
    public Translation translate(Resource assessment, Arrival arrival) {
        var order = assessment.id("order_id", "admin_graphql_api_order_id");
        if (order.isEmpty()) {
            return TopicTranslator.ignored(arrival, "names no order");
        }
        return ChangeBuilder.of(arrival, "order.risk_changed", "order", order.get())
                .at(assessment.moment("created_at"), Optional.empty())
                .order(order)
                .copy(assessment, "risk_level")
                .attribute("assessed_by", assessment.text("provider_title"))
                .translation();
    }
}
