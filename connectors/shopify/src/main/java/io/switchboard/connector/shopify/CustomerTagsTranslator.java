package io.switchboard.connector.shopify;

import io.switchboard.connector.Translation;
import java.util.Optional;

/**
 * Tags put on a customer, or taken off.
 *
 * @param happened the canonical topic
 */
record CustomerTagsTranslator(String happened) implements TopicTranslator {

    @Override
    public Translation translate(Resource tagging, Arrival arrival) {
        var id = tagging.requireId("customerId");
        return ChangeBuilder.of(arrival, happened, "customer", id)
                .at(tagging.moment("occurredAt"), Optional.empty())
                .customer(People.known(
                        Optional.of(id), Optional.empty(), Optional.empty(), Optional.empty(), arrival.shop()))
                .attribute(
                        "tags",
                        Optional.of(String.join(", ", tagging.texts("tags"))).filter(tags -> !tags.isEmpty()))
                .translation();
    }
}
