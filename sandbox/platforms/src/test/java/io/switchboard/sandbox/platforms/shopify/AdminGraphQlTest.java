package io.switchboard.sandbox.platforms.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.sandbox.platforms.wire.Json;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminGraphQlTest {

    private final ShopFixture fixture = new ShopFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void answers_exactly_what_was_selected() throws Exception {
        var answer = fixture.graph("""
                query FindOrder($id: ID!, $lines: Int = 1) {
                  order(id: $id) {
                    name total: totalPriceSet { shopMoney { amount currencyCode } }
                    lineItems(first: $lines) { nodes { title } pageInfo { hasNextPage } }
                    customer { ... on Customer { displayName } }  # a comment
                    cancelledAt __typename
                  }
                }""", Json.object().put("id", "gid://shopify/Order/820982911946154509"));

        assertThat(answer.path("data")).isEqualTo(json("""
                        {"order":{"name":"#1002","total":{"shopMoney":{"amount":"118.00","currencyCode":"USD"}},
                         "lineItems":{"nodes":[{"title":"Desk lamp"}],"pageInfo":{"hasNextPage":true}},
                         "customer":{"displayName":"Ada Byron"},"cancelledAt":null,"__typename":"Order"}}"""));
        assertThat(answer.at("/extensions/cost/throttleStatus/restoreRate").asDouble())
                .isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({
        "email:ada@customer.example, 2",
        "name:#1003, 1",
        "name:1003, 1",
        "'email:\"grace@customer.example\"', 2",
        "email:grace@customer.example name:#1003, 1",
        "phone:+4930555010003, 1",
        "customer_id:115310627314723954, 2",
        "email:nobody@customer.example, 0",
    })
    void searches_orders(String query, int found) throws Exception {
        var answer = fixture.graph(
                "query($q: String) { orders(first: 10, query: $q) { edges { cursor node { id } } } }",
                Json.object().put("q", query));

        assertThat(answer.at("/data/orders/edges")).hasSize(found);
    }

    @Test
    void finds_customers_with_their_orders() throws Exception {
        var answer = fixture.graph("""
                { customers(first: 1, query: "email:ada@customer.example") { nodes {
                    legacyResourceId numberOfOrders defaultEmailAddress { emailAddress }
                    orders(first: 5) { nodes { name } } } } }""", Json.object());

        var ada = answer.at("/data/customers/nodes/0");
        assertThat(ada.path("legacyResourceId").asText()).isEqualTo("115310627314723954");
        assertThat(ada.path("numberOfOrders").asText()).isEqualTo("2");
        assertThat(ada.findValuesAsText("name")).containsExactly("#1001", "#1002");
    }

    @Test
    void answers_null_for_what_it_does_not_have() throws Exception {
        var answer = fixture.graph("{ order(id: \"gid://shopify/Order/1\") { id } }", Json.object());

        assertThat(answer.at("/data/order").isNull()).isTrue();
        assertThat(answer.has("errors")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { order(id: "gid://shopify/Order/1") { id        | syntax error: found the end
            { orders(first: 1) { nodes { totalPrice } } }    | Field 'totalPrice' doesn't exist on type 'Order'
            { orders(first: 1) { nodes { customer } } }      | Field must have selections (field 'customer')
            { orders(first: 1) { nodes { id { x } } } }      | Selections can't be made on scalars (field 'id')
            { orders { nodes { id } } }                      | you must provide one of first or last
            { products(first: 1) { nodes { id } } }          | Field 'products' doesn't exist on type 'QueryRoot'
            { order(id: "820982911946154508") { id } }       | id is not a global id of type Order
            mutation { orderUpdate { id } }                  | only queries are simulated, found mutation
            { orders(first: 1) { ...Fields } }               | named fragments are not simulated
            { orders(first: 1) { nodes { id @skip } } }      | directives are not simulated
            { orders(first: 1, query: "tag:x") {nodes{id}} } | the search field tag is not simulated
            { shop ? }                                       | syntax error: an unexpected character at position 7
            """)
    void refuses_with_an_error_and_status_200(String query, String message) throws Exception {
        var answer = fixture.graph(query, Json.object());

        assertThat(answer.at("/errors/0/message").asText()).startsWith(message);
        assertThat(answer.at("/errors/0/extensions/code").asText()).isNotBlank();
        assertThat(answer.has("data")).isFalse();
    }

    @Test
    void tells_a_full_bucket_as_an_error_with_status_200() throws Exception {
        fixture.shop.throttleNext(1);

        var answer = fixture.graph("{ shop { name } }", Json.object());

        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("THROTTLED");
        assertThat(fixture.graph("{ shop { name } }", Json.object())
                        .at("/data/shop/name")
                        .asText())
                .isEqualTo("Demo Shop");
    }

    private static JsonNode json(String text) throws IOException {
        return Json.readObject(text).orElseThrow(() -> new IOException("not an object"));
    }
}
