package io.switchboard.connector.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.canonical.CommerceChange;
import io.switchboard.canonical.CommerceChange.Line;
import io.switchboard.canonical.IdentityKey;
import io.switchboard.canonical.Moment;
import io.switchboard.canonical.Money;
import io.switchboard.canonical.Precision;
import io.switchboard.connector.NotSentException;
import io.switchboard.connector.OrderQuery;
import io.switchboard.connector.OrderView;
import io.switchboard.connector.Secret;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.testkit.ScriptedHttp;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShopifyOrdersTest {

    private static final OrderQuery ADA = new OrderQuery.ByEmail("ada@example.com");
    private static final Secrets TOKEN =
            Secrets.of(Map.of(ShopifyOrders.ACCESS_TOKEN, List.of(Secret.of("shpat_0123"), Secret.of("shpat_old"))));
    private static final String ORDER = """
            {
              "id": "gid://shopify/Order/7300000000000000001",
              "name": "#1001",
              "email": "ada@example.com",
              "phone": null,
              "note": "Please ring twice",
              "createdAt": "2026-02-03T09:00:00Z",
              "updatedAt": "2026-02-03T09:30:00Z",
              "cancelledAt": "2026-02-03T09:30:00Z",
              "cancelReason": "CUSTOMER",
              "displayFinancialStatus": "PARTIALLY_REFUNDED",
              "displayFulfillmentStatus": "PARTIALLY_FULFILLED",
              "totalPriceSet": {"shopMoney": {"amount": "54.80", "currencyCode": "EUR"}},
              "currentTotalPriceSet": {"shopMoney": {"amount": "49.90", "currencyCode": "EUR"}},
              "customer": {
                "id": "gid://shopify/Customer/8200000000000000017",
                "displayName": "Ada Example",
                "defaultEmailAddress": {"emailAddress": "ada@example.com"},
                "defaultPhoneNumber": {"phoneNumber": "+4930901820"}
              },
              "lineItems": {"nodes": [
                {"id": "gid://shopify/LineItem/9100000000000000001",
                 "name": "Teapot - blue", "quantity": 1, "sku": "TP-B",
                 "originalUnitPriceSet": {"shopMoney": {"amount": "49.90", "currencyCode": "EUR"}}}
              ]},
              "fulfillments": [
                {"trackingInfo": [{"company": "DHL", "number": "JJD01", "url": "https://track.example/JJD01"}]}
              ]
            }""";

    private final ScriptedHttp http = new ScriptedHttp();

    @Test
    void asks_the_admin_api_of_the_shop_with_the_current_token() throws IOException {
        http.answers(200, found());

        find(ADA, Map.of());

        assertThat(http.calls()).singleElement().satisfies(call -> {
            assertThat(call.method()).isEqualTo("POST");
            assertThat(call.uri())
                    .isEqualTo(URI.create("https://teapots.myshopify.com/admin/api/2026-07/graphql.json"));
            assertThat(call.headers())
                    .containsEntry("X-Shopify-Access-Token", "shpat_0123")
                    .containsEntry("Content-Type", "application/json");
        });
    }

    @Test
    void the_settings_say_where_and_which_version() throws IOException {
        http.answers(200, found());

        find(
                ADA,
                Map.of(
                        ShopifyOrders.ADMIN_URL,
                        "http://127.0.0.1:9999/shopify/",
                        ShopifyOrders.API_VERSION,
                        "2026-10"));

        assertThat(http.calls().getFirst().uri())
                .isEqualTo(URI.create("http://127.0.0.1:9999/shopify/admin/api/2026-10/graphql.json"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ada@example.com | email:\"ada@example.com\"",
                "\"a b\"@example.com | email:\"\\\"a b\\\"@example.com\"",
                "a\\b@example.com | email:\"a\\\\b@example.com\""
            },
            quoteCharacter = '\'')
    void an_address_is_searched_as_one_phrase(String address, String search) throws IOException {
        http.answers(200, found());

        find(new OrderQuery.ByEmail(address), Map.of());

        assertThat(asked().get("variables").get("query").asText()).isEqualTo(search);
        assertThat(asked().get("query").asText()).startsWith("query Orders($query: String!) { orders(first: 10");
    }

    @Test
    void a_number_is_searched_by_name_and_control_characters_survive_as_json() throws IOException {
        http.answers(200, found());

        find(new OrderQuery.ByName("#1001\n"), Map.of());

        assertThat(asked().get("variables").get("query").asText()).isEqualTo("name:\"#1001\n\"");
    }

    @Test
    void tells_an_order_in_the_words_of_the_webhooks() throws IOException {
        http.answers(200, found(ORDER));

        var order = orders(ADA).getFirst();

        assertThat(order.topic()).isEqualTo("order.snapshot");
        assertThat(order.resource()).isEqualTo("order");
        assertThat(order.nativeId()).isEqualTo("7300000000000000001");
        assertThat(order.order()).contains("7300000000000000001");
        assertThat(order.version()).isEqualTo("2026-02-03T09:30:00Z");
        assertThat(order.occurredAt()).isEqualTo(new Moment(Instant.parse("2026-02-03T09:30:00Z"), Precision.SECONDS));
        assertThat(order.name()).contains("#1001");
        assertThat(order.total()).contains(Money.of("54.80", "EUR"));
        assertThat(order.customer().orElseThrow().identities())
                .containsExactly(
                        new IdentityKey("shopify.customer", Hook.SHOP, "8200000000000000017"),
                        IdentityKey.global("email", "ada@example.com"),
                        IdentityKey.global("phone", "4930901820"));
        assertThat(order.lines())
                .containsExactly(new Line(
                        "9100000000000000001",
                        "Teapot - blue",
                        1,
                        Optional.of("TP-B"),
                        Optional.of(Money.of("49.90", "EUR"))));
        assertThat(order.attributes())
                .containsEntry("financial_status", "partially_refunded")
                .containsEntry("fulfillment_status", "partial")
                .containsEntry("cancel_reason", "customer")
                .containsEntry("cancelled_at", "2026-02-03T09:30:00Z")
                .containsEntry("current_total", "49.90")
                .containsEntry("note", "Please ring twice")
                .containsEntry("tracking_number", "JJD01")
                .containsEntry("tracking_company", "DHL");
    }

    @Test
    void keeps_the_order_of_the_answer_newest_first() throws IOException {
        http.answers(200, found(ORDER.replace("7300000000000000001", "2"), ORDER.replace("7300000000000000001", "1")));

        assertThat(orders(ADA)).extracting(CommerceChange::nativeId).containsExactly("2", "1");
    }

    @Test
    void reads_edges_as_well_as_nodes() throws IOException {
        http.answers(200, "{\"data\": {\"orders\": {\"edges\": [{\"node\": " + ORDER + "}]}}}");

        assertThat(orders(ADA)).hasSize(1);
    }

    @Test
    void an_order_of_somebody_else_is_not_shown() throws IOException {
        http.answers(200, found(ORDER.replace("ada@example.com", "ada@example.com.evil.example")));

        assertThat(orders(ADA)).isEmpty();
    }

    @Test
    void the_shops_search_is_trusted_where_addresses_are_withheld() throws IOException {
        http.answers(200, found(ORDER.replace("\"ada@example.com\"", "null")));

        assertThat(orders(ADA)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#1001", "1001", " #1001 "})
    void a_number_is_found_with_or_without_its_sign(String name) throws IOException {
        http.answers(200, found(ORDER, ORDER.replace("#1001", "#1001-A"), ORDER.replace("#1001", "#10010")));

        assertThat(orders(new OrderQuery.ByName(name)))
                .extracting(order -> order.name().orElseThrow())
                .containsExactly("#1001");
    }

    @Test
    void knows_no_order() throws IOException {
        http.answers(200, found());

        assertThat(orders(ADA)).isEmpty();
    }

    @Test
    void an_odd_order_is_told_as_far_as_it_goes() throws IOException {
        http.answers(200, found("null", "7", "{}", "{\"id\": \"gid://shopify/Order/5\", \"lineItems\": []}"));

        assertThat(orders(ADA)).singleElement().satisfies(order -> {
            assertThat(order.nativeId()).isEqualTo("5");
            assertThat(order.customer()).isEmpty();
            assertThat(order.attributes()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "401, 'HTTP 401, the access token is not accepted'",
        "403, 'HTTP 403, the access token is not accepted'",
        "402, 'HTTP 402, the shop is frozen or locked'",
        "404, 'HTTP 404, there is no such shop or API version'",
        "500, HTTP 500"
    })
    void a_refusal_is_an_io_failure_that_says_why(int status, String meaning) {
        http.answers(status, "{\"errors\": \"ada@example.com\"}");

        assertThatThrownBy(() -> orders(ADA))
                .isInstanceOf(IOException.class)
                .hasMessage("Admin API answered " + meaning)
                .hasMessageNotContaining("shpat");
    }

    @Test
    void too_many_calls_say_when_to_come_back() {
        http.answers(429, Map.of("Retry-After", "2.0"), "{\"errors\": \"Exceeded 2 calls per second\"}");

        assertThatThrownBy(() -> orders(ADA))
                .isInstanceOf(IOException.class)
                .hasMessage("Admin API answered HTTP 429, too many calls, retry after 2.0 s");
    }

    @Test
    void graphql_throttles_with_status_200() {
        http.answers(200, """
                {"errors": [{"message": "Throttled for ada@example.com", "extensions": {"code": "THROTTLED"}}]}""");

        assertThatThrownBy(() -> orders(ADA))
                .isInstanceOf(IOException.class)
                .hasMessage("Admin API refused the query: THROTTLED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{}", "{\"data\": null}", "{\"data\": {\"orders\": null}}"})
    void an_answer_that_is_none_is_an_io_failure(String body) {
        http.answers(200, body);

        assertThatThrownBy(() -> orders(ADA)).isInstanceOf(IOException.class);
    }

    @Test
    void a_time_out_is_the_callers_to_see() {
        http.breaksOff();

        assertThatThrownBy(() -> orders(ADA)).isInstanceOf(IOException.class);
        assertThat(http.calls()).hasSize(1);
    }

    @Test
    void a_refused_connection_is_the_callers_to_see() {
        http.refusesConnections();

        assertThatThrownBy(() -> orders(ADA)).isInstanceOf(NotSentException.class);
        assertThat(http.calls()).hasSize(1);
    }

    @Test
    void without_a_token_nobody_is_asked() {
        assertThatThrownBy(() -> new ShopifyOrders(http).find(ADA, Hook.connection(Map.of()), Secrets.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage("connection has no secret access_token");
        assertThat(http.calls()).isEmpty();
    }

    @Test
    void an_address_that_is_none_is_an_io_failure() {
        var settings = Map.of(ShopifyOrders.ADMIN_URL, "https://teapots shop");

        assertThatThrownBy(() -> find(ADA, settings)).isInstanceOf(IOException.class);
        assertThat(http.calls()).isEmpty();
    }

    private List<CommerceChange> orders(OrderQuery query) throws IOException {
        return find(query, Map.of()).stream().map(OrderView::order).toList();
    }

    private List<OrderView> find(OrderQuery query, Map<String, String> settings) throws IOException {
        return new ShopifyOrders(http).find(query, Hook.connection(settings), TOKEN);
    }

    private JsonNode asked() throws JsonProcessingException {
        return new ObjectMapper().readTree(http.calls().getFirst().body().asText());
    }

    private static String found(String... orders) {
        return "{\"data\": {\"orders\": {\"nodes\": [" + String.join(",", orders) + "]}}}";
    }
}
