package io.switchboard.connector.shopify;

import io.switchboard.connector.Translation;
import java.util.List;
import java.util.Optional;

/**
 * A parcel: what Shopify calls a fulfillment.
 *
 * @param happened the canonical topic
 * @param time the field that says when
 */
record ShipmentTranslator(String happened, String time) implements TopicTranslator {

    @Override
    public Translation translate(Resource fulfillment, Arrival arrival) {
        var change = ChangeBuilder.of(
                        arrival, happened, "shipment", fulfillment.requireId("id", "admin_graphql_api_id"))
                .at(fulfillment.moment(time), fulfillment.moment("updated_at"))
                .partOf(fulfillment.id("order_id"))
                .name(fulfillment.text("name"))
                .customer(People.known(
                        Optional.empty(),
                        fulfillment.text("email"),
                        Optional.empty(),
                        Optional.empty(),
                        arrival.shop()))
                .lines(Lines.sold(fulfillment, Optional.empty()))
                .copy(fulfillment, "status", "shipment_status");
        Tracking.of(List.of(fulfillment)).describe(change);
        return change.translation();
    }
}
