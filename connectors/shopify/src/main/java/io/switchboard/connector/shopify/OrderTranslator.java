package io.switchboard.connector.shopify;

import io.switchboard.connector.Translation;
import java.util.List;
import java.util.Optional;

/**
 * A snapshot of an order.
 *
 * @param happened the canonical topic
 * @param times the fields that say when, best first
 */
record OrderTranslator(String happened, List<String> times) implements TopicTranslator {

    static OrderTranslator of(String happened, String... times) {
        return new OrderTranslator(happened, List.of(times));
    }

    @Override
    public Translation translate(Resource order, Arrival arrival) {
        var id = order.requireId("id", "admin_graphql_api_id");
        var currency = Amounts.currency(order);
        var change = ChangeBuilder.of(arrival, happened, "order", id)
                .at(order.moment(times.toArray(String[]::new)), order.moment("updated_at"))
                .order(Optional.of(id))
                .name(order.text("name"))
                .customer(People.buyer(order, arrival.shop()))
                .total(Amounts.of(order, "total_price", currency))
                .lines(Lines.sold(order, currency))
                .copy(order, "financial_status", "fulfillment_status", "cancel_reason", "note", "tags", "source_name")
                .copy(order, "contact_email", "po_number", "confirmation_number")
                .copyTimes(order, "cancelled_at", "closed_at")
                .attribute("current_total", order.text("current_total_price"))
                .attribute("gateway", gateways(order))
                .attribute("shipping_method", shippingMethod(order));
        if (order.flag("test")) {
            change.attribute("test", Optional.of("true"));
        }
        Tracking.of(order.objects("fulfillments")).describe(change);
        return change.translation();
    }

    private static Optional<String> gateways(Resource order) {
        var names = order.texts("payment_gateway_names");
        return names.isEmpty() ? order.text("gateway") : Optional.of(String.join(", ", names));
    }

    private static Optional<String> shippingMethod(Resource order) {
        return order.objects("shipping_lines").stream()
                .flatMap(line -> line.text("title").stream())
                .findFirst();
    }
}
