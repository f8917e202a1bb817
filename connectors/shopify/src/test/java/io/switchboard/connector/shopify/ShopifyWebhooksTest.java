package io.switchboard.connector.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.connector.Acknowledgement;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.Translation.Ignored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShopifyWebhooksTest {

    private static final String ORDER = """
            {"id": 7300000000000000001, "currency": "EUR", "total_price": "24.90"}""";

    @Test
    void knows_no_handshake() {
        assertThat(new ShopifyWebhooks()
                        .handshake(Hook.of("orders/create", ORDER).delivery(), Secrets.NONE))
                .isEmpty();
    }

    @Test
    void acknowledges_with_200() {
        var delivery = Hook.of("orders/create", ORDER).delivery();

        assertThat(new ShopifyWebhooks().acknowledge(delivery.id())).isEqualTo(Acknowledgement.OK);
    }

    @Test
    void a_delivery_without_a_topic_is_malformed() {
        var hook = Hook.of("orders/create", ORDER).without("X-Shopify-Topic");

        assertThatThrownBy(hook::translation)
                .isInstanceOf(MalformedDeliveryException.class)
                .hasMessage("header X-Shopify-Topic is missing");
    }

    @Test
    void the_topic_may_come_in_either_header_family() {
        var hook = Hook.of("orders/create", ORDER).without("X-Shopify-Topic").with("shopify-topic", "orders/create");

        assertThat(hook.change().topic()).isEqualTo("order.placed");
    }

    @Test
    void the_catalogue_is_ignored_with_its_reason() {
        assertThat(Hook.of("products/update", "{\"id\": 1}").translation().ignored())
                .containsExactly(new Ignored(
                        "topic products/update", "the shop's catalogue and stock, nothing about a customer"));
    }

    @Test
    void an_unknown_topic_is_ignored_and_named() {
        var translation = Hook.of("teleporters/beamed_up", "{\"id\": 1}").translation();

        assertThat(translation.events()).isEmpty();
        assertThat(translation.ignored()).containsExactly(new Ignored("topic teleporters/beamed_up", "unknown topic"));
    }

    @Test
    void a_topic_that_is_none_is_not_repeated_to_operators() {
        var translation = Hook.of("<b>ada@example.com</b>", "{}").translation();

        assertThat(translation.ignored()).containsExactly(new Ignored("topic that is none", "unknown topic"));
    }

    @Test
    void the_events_product_is_ignored_because_its_body_is_free_form() {
        var hook = Hook.of("Order", "{\"action\": \"update\", \"data\": {}}").with("Shopify-Action", "update");

        assertThat(hook.translation().ignored())
                .singleElement()
                .satisfies(ignored -> assertThat(ignored.reason()).startsWith("delivery of the Events product"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"id\": 1",
                "{\"id\": 1} trailing",
                "{\"id\": 1, \"id\": 2}",
                "<order><id>1</id></order>",
                "[]",
                "\"my secret message\"",
                "null",
                "{}",
                "{\"id\": null}",
                "{\"id\": \"  \"}",
                "{\"id\": {\"of\": 1}}",
                "{\"order\": {\"id\": 1}}"
            })
    void what_is_no_order_is_malformed_under_an_order_topic(String body) {
        assertThatThrownBy(Hook.of("orders/create", body)::translation).isInstanceOf(MalformedDeliveryException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\": ", "", "<product/>"})
    void broken_json_is_malformed_even_where_the_topic_is_ignored(String body) {
        assertThatThrownBy(Hook.of("products/update", body)::translation)
                .isInstanceOf(MalformedDeliveryException.class);
    }

    @Test
    void malformed_says_what_is_missing_and_nothing_of_the_payload() {
        assertThatThrownBy(Hook.of("orders/create", "{\"email\": \"ada@example.com\"}")::translation)
                .isInstanceOf(MalformedDeliveryException.class)
                .hasMessage("id is missing");
    }

    @Test
    void an_unusable_shop_header_gives_way_to_the_connections_account() {
        var hook = Hook.of("customers/create", "{\"id\": 8}").with("X-Shopify-Shop-Domain", "a b\tc");

        assertThat(hook.change()
                        .customer()
                        .orElseThrow()
                        .identities()
                        .getFirst()
                        .scope())
                .isEqualTo(Hook.SHOP);
    }

    @Test
    void a_test_notification_says_so() {
        var hook = Hook.of("orders/create", ORDER).with("X-Shopify-Test", "true");

        assertThat(hook.change().attributes()).containsEntry("test", "true");
    }
}
