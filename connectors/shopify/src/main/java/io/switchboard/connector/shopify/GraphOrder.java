package io.switchboard.connector.shopify;

import io.switchboard.canonical.CommerceChange;
import io.switchboard.canonical.CommerceChange.Line;
import io.switchboard.canonical.Moment;
import io.switchboard.canonical.Money;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An order as GraphQL spells it, told in the words of the webhooks. */
final class GraphOrder {

    /** GraphQL says {@code PARTIALLY_FULFILLED} where webhooks say {@code partial}. */
    private static final Map<String, String> WEBHOOK_WORDS = Map.of("partially_fulfilled", "partial");

    private GraphOrder() {}

    static CommerceChange read(Resource order, String shop) {
        var updated = order.moment("updatedAt");
        return new CommerceChange(
                "order.snapshot",
                "order",
                order.id("id").orElse(""),
                updated.map(moment -> moment.at().toString()).orElse(""),
                updated.or(() -> order.moment("createdAt")).orElseGet(() -> Moment.unknown(Instant.EPOCH)),
                order.id("id"),
                order.text("name"),
                People.known(
                        order.object("customer").flatMap(customer -> customer.id("id")),
                        email(order).or(() -> order.text("email")),
                        phone(order).or(() -> order.text("phone")),
                        order.object("customer").flatMap(customer -> customer.text("displayName")),
                        shop),
                money(order, "totalPriceSet"),
                lines(order),
                attributes(order));
    }

    /** The elements of a connection, which GraphQL offers in two shapes. */
    static List<Resource> nodes(Resource connection) {
        return Stream.concat(
                        connection.objects("nodes").stream(),
                        connection.objects("edges").stream().flatMap(edge -> edge.object("node").stream()))
                .toList();
    }

    static Optional<String> email(Resource order) {
        return order.object("customer")
                .flatMap(customer -> customer.object("defaultEmailAddress"))
                .flatMap(address -> address.text("emailAddress"));
    }

    private static Optional<String> phone(Resource order) {
        return order.object("customer")
                .flatMap(customer -> customer.object("defaultPhoneNumber"))
                .flatMap(number -> number.text("phoneNumber"));
    }

    private static List<Line> lines(Resource order) {
        return order.object("lineItems").map(GraphOrder::nodes).orElse(List.of()).stream()
                .map(item -> new Line(
                        item.id("id").orElse(""),
                        item.text("name").orElse(""),
                        Lines.quantity(item),
                        item.text("sku"),
                        money(item, "originalUnitPriceSet")))
                .toList();
    }

    private static Map<String, String> attributes(Resource order) {
        var attributes = new LinkedHashMap<String, String>();
        word(order, "displayFinancialStatus").ifPresent(text -> attributes.put("financial_status", text));
        word(order, "displayFulfillmentStatus").ifPresent(text -> attributes.put("fulfillment_status", text));
        word(order, "cancelReason").ifPresent(text -> attributes.put("cancel_reason", text));
        order.moment("cancelledAt").map(ShopifyTime::text).ifPresent(text -> attributes.put("cancelled_at", text));
        order.text("note").ifPresent(text -> attributes.put("note", text));
        money(order, "currentTotalPriceSet")
                .ifPresent(
                        money -> attributes.put("current_total", money.amount().toPlainString()));
        tracking(order, attributes);
        return attributes;
    }

    private static void tracking(Resource order, Map<String, String> attributes) {
        order.objects("fulfillments").stream()
                .flatMap(fulfillment -> fulfillment.objects("trackingInfo").stream())
                .findFirst()
                .ifPresent(parcel -> {
                    parcel.text("number").ifPresent(text -> attributes.put("tracking_number", text));
                    parcel.text("url").ifPresent(text -> attributes.put("tracking_url", text));
                    parcel.text("company").ifPresent(text -> attributes.put("tracking_company", text));
                });
    }

    private static Optional<Money> money(Resource holder, String set) {
        return holder.object(set)
                .flatMap(bag -> bag.object("shopMoney"))
                .flatMap(shop -> Amounts.of(shop, "amount", Amounts.currency(shop)));
    }

    private static Optional<String> word(Resource order, String field) {
        return order.text(field)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .map(text -> WEBHOOK_WORDS.getOrDefault(text, text));
    }
}
