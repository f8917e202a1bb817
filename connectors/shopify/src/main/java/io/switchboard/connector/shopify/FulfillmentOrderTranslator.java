package io.switchboard.connector.shopify;

import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.Translation;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Work for one location to do for an order: held, moved, split, rescheduled. These deliveries name no order, only the
 * fulfillment order, so they have a timeline of their own.
 *
 * @param happened the canonical topic
 */
record FulfillmentOrderTranslator(String happened) implements TopicTranslator {

    @Override
    public Translation translate(Resource body, Arrival arrival) {
        var work = work(body);
        var hold = hold(body, work);
        return ChangeBuilder.of(arrival, happened, "fulfillment_order", work.requireId("id", "admin_graphql_api_id"))
                .at(Optional.empty(), work.moment("updated_at"))
                .partOf(work.id("order_id"))
                .copy(work, "status", "request_status")
                .copyTimes(work, "fulfill_at")
                .attribute("hold", hold.flatMap(held -> held.id("id")))
                .attribute("reason", hold.flatMap(held -> held.text("reason")))
                .attribute(
                        "note", hold.flatMap(held -> held.text("reason_notes")).or(() -> message(body)))
                .attribute("replaced_by", other(body, "replacement_fulfillment_order"))
                .attribute("moved_to", other(body, "moved_fulfillment_order"))
                .attribute("remaining", other(body, "remaining_fulfillment_order"))
                .translation();
    }

    private static Resource work(Resource body) {
        return body.object("fulfillment_order")
                .or(() -> body.object("original_fulfillment_order"))
                .or(() -> body.object("fulfillment_order_merges").flatMap(merged -> merged.object("fulfillment_order")))
                .or(() -> Optional.of(body).filter(itself -> itself.id("id").isPresent()))
                .orElseThrow(() -> new MalformedDeliveryException("fulfillment_order is missing"));
    }

    /** The hold this is about, which may be released before the delivery is read; else the first that stands. */
    private static Optional<Resource> hold(Resource body, Resource work) {
        return Stream.of(body.object("created_fulfillment_hold"), body.object("fulfillment_hold"))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> work.objects("fulfillment_holds").stream().findFirst());
    }

    private static Optional<String> message(Resource body) {
        return body.text("message")
                .or(() -> body.object("fulfillment_order_merchant_request").flatMap(asked -> asked.text("message")))
                .or(() -> body.object("progress_report").flatMap(report -> report.text("reason_notes")));
    }

    private static Optional<String> other(Resource body, String field) {
        return body.object(field).flatMap(work -> work.id("id"));
    }
}
