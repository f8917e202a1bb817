package io.switchboard.connector.shopify;

import io.switchboard.connector.Body;
import io.switchboard.connector.OrderQuery;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A query in Shopify's search syntax, and the check that an order found is one asked for: a search matches words, and
 * nobody may be shown another person's order.
 *
 * @see <a href="https://shopify.dev/docs/api/usage/search-syntax">Shopify: search syntax</a>
 */
final class OrderSearch {

    private static final String QUERY = "query Orders($query: String!) {"
            + " orders(first: 10, query: $query, sortKey: CREATED_AT, reverse: true) { nodes {"
            + " id name email phone note createdAt updatedAt cancelledAt cancelReason"
            + " displayFinancialStatus displayFulfillmentStatus"
            + " totalPriceSet { shopMoney { amount currencyCode } }"
            + " currentTotalPriceSet { shopMoney { amount currencyCode } }"
            + " customer { id displayName defaultEmailAddress { emailAddress }"
            + " defaultPhoneNumber { phoneNumber } }"
            + " lineItems(first: 50) { nodes { id name quantity sku"
            + " originalUnitPriceSet { shopMoney { amount currencyCode } } } }"
            + " fulfillments(first: 10) { trackingInfo { company number url } } } } }";

    private OrderSearch() {}

    /** The request's body: query and variables. */
    static Body body(OrderQuery query) {
        var search = switch (query) {
            case OrderQuery.ByEmail(var address) -> "email:" + phrase(address);
            case OrderQuery.ByName(var name) -> "name:" + phrase(name);
        };
        return Body.ofText("{\"query\":" + json(QUERY) + ",\"variables\":{\"query\":" + json(search) + "}}");
    }

    static boolean matches(OrderQuery query, Resource order) {
        return switch (query) {
            case OrderQuery.ByEmail(var address) -> belongsTo(order, address);
            case OrderQuery.ByName(var name) ->
                order.text("name")
                        .filter(found -> plain(found).equals(plain(name)))
                        .isPresent();
        };
    }

    /** Addresses may be withheld from an app; then the shop's own search is trusted. */
    private static boolean belongsTo(Resource order, String address) {
        var shown = Stream.of(order.text("email"), GraphOrder.email(order))
                .flatMap(Optional::stream)
                .toList();
        return shown.isEmpty() || shown.stream().anyMatch(address::equalsIgnoreCase);
    }

    /** Customers leave out the number sign. */
    private static String plain(String name) {
        return name.strip().replaceFirst("^#", "").toLowerCase(Locale.ROOT);
    }

    private static String phrase(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** A JSON string (RFC 8259 §7). */
    private static String json(String text) {
        var written = new StringBuilder("\"");
        text.chars().forEach(unit -> {
            if (unit == '"' || unit == '\\') {
                written.append('\\').append((char) unit);
            } else if (unit < ' ') {
                written.append("\\u%04x".formatted(unit));
            } else {
                written.append((char) unit);
            }
        });
        return written.append('"').toString();
    }
}
