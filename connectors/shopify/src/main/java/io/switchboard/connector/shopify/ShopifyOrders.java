package io.switchboard.connector.shopify;

import io.switchboard.connector.Body;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.HttpAnswer;
import io.switchboard.connector.HttpCall;
import io.switchboard.connector.HttpPort;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.OrderLookup;
import io.switchboard.connector.OrderQuery;
import io.switchboard.connector.OrderView;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.payload.Payload;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Orders as they are now, from the GraphQL Admin API: the newest ten that match.
 *
 * <p>Without the scope {@code read_all_orders} Shopify shows the last 60 days only, and says nothing about the rest.
 *
 * @see <a href="https://shopify.dev/docs/api/admin-graphql/latest/queries/orders">Shopify: orders query</a>
 */
final class ShopifyOrders implements OrderLookup {

    static final String ACCESS_TOKEN = "access_token";
    static final String ADMIN_URL = "admin_url";
    static final String API_VERSION = "api_version";
    static final String DEFAULT_API_VERSION = "2026-07";

    private final HttpPort http;

    ShopifyOrders(HttpPort http) {
        this.http = http;
    }

    @Override
    public List<OrderView> find(OrderQuery query, ConnectionRef connection, Secrets secrets) throws IOException {
        var token = secrets.current(ACCESS_TOKEN)
                .orElseThrow(() -> new IOException("connection has no secret " + ACCESS_TOKEN));
        var headers = Map.of("X-Shopify-Access-Token", token.reveal(), "Content-Type", "application/json");
        var answer = http.send(HttpCall.post(endpoint(connection), headers, OrderSearch.body(query)));
        var shop = connection.account().toLowerCase(Locale.ROOT);
        return orders(answer).stream()
                .filter(order -> order.id("id").isPresent())
                .filter(order -> OrderSearch.matches(query, order))
                .map(order -> new OrderView(GraphOrder.read(order, shop)))
                .toList();
    }

    private static URI endpoint(ConnectionRef connection) throws IOException {
        var base = setting(connection, ADMIN_URL, "https://" + connection.account());
        var version = setting(connection, API_VERSION, DEFAULT_API_VERSION);
        try {
            return URI.create(base.replaceAll("/+$", "") + "/admin/api/" + version + "/graphql.json");
        } catch (IllegalArgumentException notUri) {
            throw new IOException("setting " + ADMIN_URL + " or " + API_VERSION + " makes no address", notUri);
        }
    }

    private static String setting(ConnectionRef connection, String name, String otherwise) {
        return connection.setting(name).filter(value -> !value.isBlank()).orElse(otherwise);
    }

    private static List<Resource> orders(HttpAnswer answer) throws IOException {
        if (!answer.isSuccess()) {
            throw new IOException("Admin API answered HTTP " + answer.status() + meaning(answer));
        }
        var body = read(answer.body());
        var errors = body.objects("errors");
        if (!errors.isEmpty()) {
            throw new IOException("Admin API refused the query: " + codes(errors));
        }
        var orders = body.object("data")
                .flatMap(data -> data.object("orders"))
                .orElseThrow(() -> new IOException("Admin API answered without data.orders"));
        return GraphOrder.nodes(orders);
    }

    private static Resource read(Body body) throws IOException {
        try {
            return Resource.of(Payload.read(body));
        } catch (MalformedDeliveryException notJson) {
            throw new IOException("Admin API answered no JSON object", notJson);
        }
    }

    private static String meaning(HttpAnswer answer) {
        return switch (answer.status()) {
            case 401, 403 -> ", the access token is not accepted";
            case 402, 423 -> ", the shop is frozen or locked";
            case 404 -> ", there is no such shop or API version";
            case 429 ->
                ", too many calls, retry after "
                        + answer.headers()
                                .first("Retry-After")
                                .filter(text -> text.matches("[0-9.]{1,10}"))
                                .orElse("?")
                        + " s";
            default -> "";
        };
    }

    /** Codes such as {@code THROTTLED}; the messages may quote what was asked for. */
    private static String codes(List<Resource> errors) {
        return errors.stream()
                .map(error -> error.object("extensions")
                        .flatMap(further -> further.text("code"))
                        .filter(code -> code.matches("[A-Z_]{1,60}"))
                        .orElse("no code"))
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
