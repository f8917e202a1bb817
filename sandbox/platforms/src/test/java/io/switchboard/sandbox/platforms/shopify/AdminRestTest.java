package io.switchboard.sandbox.platforms.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.sandbox.platforms.testing.ApiClient;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminRestTest {

    private final ShopFixture fixture = new ShopFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void finds_an_order_by_an_id_that_no_double_holds() throws Exception {
        var order = fixture.get("/orders/820982911946154508.json").path("order");

        assertThat(order.path("id").longValue()).isEqualTo(820982911946154508L);
        assertThat(order.path("admin_graphql_api_id").asText()).isEqualTo("gid://shopify/Order/820982911946154508");
        assertThat(order.path("name").asText()).isEqualTo("#1001");
        assertThat(order.path("email").asText()).isEqualTo("ada@customer.example");
        assertThat(order.path("fulfillment_status").asText()).isEqualTo("fulfilled");
        assertThat(order.at("/fulfillments/0/tracking_number").asText()).isEqualTo("1Z2345");
    }

    @Test
    void writes_money_as_strings_with_the_decimals_of_its_currency() throws Exception {
        var dollars = fixture.get("/orders/820982911946154508.json").path("order");
        var yen = fixture.get("/orders/820982911946154512.json").path("order");

        assertThat(dollars.path("total_price").isTextual()).isTrue();
        assertThat(dollars.path("total_price").asText()).isEqualTo("33.90");
        assertThat(dollars.at("/line_items/0/price").asText()).isEqualTo("14.50");
        assertThat(yen.path("total_price").asText()).isEqualTo("13700");
        assertThat(yen.at("/total_price_set/shop_money/currency_code").asText()).isEqualTo("JPY");
    }

    @ParameterizedTest
    @CsvSource({
        "/orders.json?email=ada@customer.example, orders, 2",
        "/orders.json?email=ADA@customer.example&status=any, orders, 2",
        "/orders.json?email=juergen@customer.example, orders, 0",
        "/orders.json?email=juergen@customer.example&status=any, orders, 1",
        "/orders.json?email=nobody@customer.example&status=any, orders, 0",
        "/orders.json?name=%231003&status=any, orders, 1",
        "/orders.json?status=any, orders, 5",
        "/customers/115310627314723955/orders.json?status=any, orders, 2",
        "/customers/search.json?query=email:grace@customer.example, customers, 1",
        "/customers/search.json?query=phone:%2B15550100001, customers, 1",
        "/customers.json, customers, 3",
        "/customers.json?ids=115310627314723956, customers, 1",
    })
    void searches(String path, String key, int found) throws Exception {
        assertThat(fixture.get(path).path(key)).hasSize(found);
    }

    @Test
    void finds_a_customer() throws Exception {
        var customer = fixture.get("/customers/115310627314723956.json").path("customer");

        assertThat(customer.path("first_name").asText()).isEqualTo("Jürgen");
        assertThat(customer.path("phone").asText()).isEqualTo("+4930555010003");
    }

    @ParameterizedTest
    @CsvSource({"/orders/1.json", "/customers/1.json", "/products.json", "/orders/abc.json", "/customers/1/orders.json"
    })
    void says_not_found(String path) throws Exception {
        var answer = fixture.app.get(ShopFixture.ADMIN + path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(ApiClient.json(answer).path("errors").asText()).isEqualTo("Not Found");
    }

    @Test
    void demands_the_access_token() throws Exception {
        try (var stranger = new ApiClient(fixture.shop.base(), Map.of("X-Shopify-Access-Token", "wrong"))) {
            assertThat(stranger.get(ShopFixture.ADMIN + "/orders.json").statusCode())
                    .isEqualTo(401);
            assertThat(stranger.post(ShopFixture.ADMIN + "/graphql.json", "{}").statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void tells_how_full_the_bucket_is_and_when_it_runs_over() throws Exception {
        fixture.shop.throttleNext(1);

        var refused = fixture.app.get(ShopFixture.ADMIN + "/orders.json");
        var answered = fixture.app.get(ShopFixture.ADMIN + "/orders.json");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("2.0");
        assertThat(refused.headers().firstValue("X-Shopify-Shop-Api-Call-Limit"))
                .contains("40/40");
        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(answered.headers().firstValue("X-Shopify-Shop-Api-Call-Limit"))
                .contains("1/40");
    }

    @Test
    void fails_with_a_status_when_told_to() throws Exception {
        fixture.shop.failNext(1, 503);

        assertThat(fixture.app.get(ShopFixture.ADMIN + "/orders.json").statusCode())
                .isEqualTo(503);
    }
}
