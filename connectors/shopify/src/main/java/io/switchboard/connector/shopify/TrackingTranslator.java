package io.switchboard.connector.shopify;

import io.switchboard.connector.Translation;

/**
 * A carrier's scan of a parcel: what Shopify calls a fulfillment event. It is about the parcel, so the parcel's id is
 * its own.
 *
 * @param happened the canonical topic
 */
record TrackingTranslator(String happened) implements TopicTranslator {

    @Override
    public Translation translate(Resource scan, Arrival arrival) {
        return ChangeBuilder.of(arrival, happened, "shipment", scan.requireId("fulfillment_id"))
                .at(scan.moment("happened_at", "created_at"), scan.moment("updated_at"))
                .partOf(scan.id("order_id"))
                .attribute("tracking_event", scan.id("id", "admin_graphql_api_id"))
                .attribute("shipment_status", scan.text("status"))
                .copy(scan, "message", "city", "province", "country", "zip")
                .copyTimes(scan, "estimated_delivery_at")
                .translation();
    }
}
