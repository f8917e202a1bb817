package io.switchboard.connector.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.canonical.CommerceChange;
import io.switchboard.canonical.CommerceChange.Line;
import io.switchboard.canonical.IdentityKey;
import io.switchboard.canonical.Moment;
import io.switchboard.canonical.Money;
import io.switchboard.canonical.Precision;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTranslationTest {

    @Test
    void keeps_every_digit_of_ids_beyond_two_to_the_53() {
        var change = Hook.of(
                        "orders/create", "{\"id\": 18446744073709551617, \"customer\": {\"id\": 9007199254740993}}")
                .change();

        assertThat(change.nativeId()).isEqualTo("18446744073709551617");
        assertThat(change.customer().orElseThrow().identities())
                .containsExactly(new IdentityKey("shopify.customer", Hook.SHOP, "9007199254740993"));
    }

    @Test
    void tells_the_order_with_its_money_as_written() {
        var change = Samples.hook("orders/create").change();

        assertThat(change.resource()).isEqualTo("order");
        assertThat(change.order()).contains(Samples.ORDER_ID);
        assertThat(change.name()).contains("#1001");
        assertThat(change.total()).contains(Money.of("54.80", "EUR"));
        assertThat(change.lines())
                .containsExactly(
                        new Line(
                                "9100000000000000001",
                                "Teapot - blue",
                                1,
                                Optional.of("TP-B"),
                                Optional.of(Money.of("49.90", "EUR"))),
                        new Line(
                                "9100000000000000002",
                                "Tea strainer",
                                2,
                                Optional.empty(),
                                Optional.of(Money.of("2.45", "EUR"))));
    }

    @Test
    void tells_the_facts_an_agent_asks_for() {
        assertThat(Samples.hook("orders/cancelled").change().attributes())
                .containsEntry("financial_status", "paid")
                .doesNotContainKey("fulfillment_status")
                .containsEntry("cancel_reason", "customer")
                .containsEntry("cancelled_at", "2026-02-03T09:30:00Z")
                .containsEntry("note", "Please ring twice")
                .containsEntry("tags", "gift")
                .containsEntry("gateway", "shopify_payments, gift_card")
                .containsEntry("current_total", "49.90")
                .containsEntry("shipping_method", "Letter")
                .containsEntry("tracking_number", "JJD01")
                .containsEntry("tracking_url", "https://track.example/JJD01")
                .containsEntry("tracking_company", "DHL")
                .doesNotContainKeys("tracking_numbers", "closed_at", "test");
    }

    @Test
    void names_the_customer_by_all_names_the_shops_number_first() {
        var customer = Samples.hook("orders/create").change().customer().orElseThrow();

        assertThat(customer.identities())
                .containsExactly(
                        new IdentityKey("shopify.customer", Hook.SHOP, Samples.CUSTOMER_ID),
                        IdentityKey.global("email", "ada@example.com"),
                        IdentityKey.global("phone", "4930901820"));
        assertThat(customer.displayName()).contains("Ada Example");
        assertThat(customer.address()).contains("ada@example.com");
    }

    @Test
    void an_order_may_have_no_customer() {
        assertThat(order("\"customer\": null").customer()).isEmpty();
    }

    @Test
    void a_guest_is_known_by_the_address_of_the_purchase() {
        var customer = order(
                        "\"customer\": null, \"email\": \"GUEST@example.com\", \"billing_address\": {\"name\": \"G.\"}")
                .customer()
                .orElseThrow();

        assertThat(customer.identities()).containsExactly(IdentityKey.global("email", "guest@example.com"));
        assertThat(customer.displayName()).contains("G.");
    }

    @Test
    void an_address_of_the_purchase_is_no_second_name_of_the_customer() {
        var customer = order(
                        "\"email\": \"office@example.com\", \"customer\": {\"id\": 5, \"email\": \"ada@example.com\"}")
                .customer()
                .orElseThrow();

        assertThat(customer.identities())
                .containsExactly(
                        new IdentityKey("shopify.customer", Hook.SHOP, "5"),
                        IdentityKey.global("email", "ada@example.com"));
    }

    @ParameterizedTest
    @CsvSource({"+49 30 901820, 4930901820", "+1(502)-459-2181, 15024592181", "+44.20.7946.0958, 442079460958"})
    void a_number_with_its_country_code_is_an_identity(String written, String digits) {
        assertThat(order("\"phone\": \"" + written + "\"")
                        .customer()
                        .orElseThrow()
                        .identities())
                .containsExactly(IdentityKey.global("phone", digits));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"555-555-SHIP", "030 901820", "00493090182", "+0301234567", "+1234567", "+1234567890123456", "+"
            })
    void a_number_that_is_not_plainly_international_is_none(String written) {
        assertThat(order("\"phone\": \"" + written + "\"").customer()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "a b@example.com", "@example.com", "ada@", "a@b@c"})
    void what_is_no_address_is_no_identity(String written) {
        assertThat(order("\"email\": \"" + written + "\"").customer()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "orders/create, 2026-02-03T09:00:00Z",
        "orders/updated, 2026-02-03T09:00:02Z",
        "orders/paid, 2026-02-03T09:00:02Z",
        "orders/cancelled, 2026-02-03T09:30:00Z"
    })
    void happened_when_the_order_says(String topic, String instant) {
        assertThat(Samples.hook(topic).change().occurredAt())
                .isEqualTo(new Moment(Instant.parse(instant), Precision.SECONDS));
    }

    @Test
    void happened_when_shopify_says_if_the_order_does_not() {
        assertThat(Samples.hook("orders/delete").change().occurredAt())
                .isEqualTo(new Moment(Instant.parse("2026-02-03T10:00:04.123Z"), Precision.MILLISECONDS));
    }

    @Test
    void happened_when_it_arrived_if_nobody_says() {
        assertThat(Hook.of("orders/delete", "{\"id\": 1}").change().occurredAt())
                .isEqualTo(Moment.unknown(Hook.RECEIVED));
    }

    @ParameterizedTest
    @CsvSource({
        "2016-05-17T04:14:36-00:00, 2016-05-17T04:14:36Z, SECONDS",
        "2016-05-17T04:14:36+05:30, 2016-05-16T22:44:36Z, SECONDS",
        "2026-01-31, 2026-01-31T00:00:00Z, DAY"
    })
    void reads_the_times_shopify_writes(String written, String instant, Precision precision) {
        var change = Hook.of("orders/updated", "{\"id\": 1, \"updated_at\": \"" + written + "\"}")
                .change();

        assertThat(change.occurredAt()).isEqualTo(new Moment(Instant.parse(instant), precision));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"updated_at\": \"yesterday\"",
                "\"updated_at\": 1770000000",
                "\"updated_at\": \"+999999999-12-31T23:59:59Z\"",
                "\"updated_at\": [\"2026-02-03T10:00:00Z\"]"
            })
    void a_time_that_is_none_is_left_out(String field) {
        assertThat(order(field).occurredAt()).isEqualTo(Moment.unknown(Hook.RECEIVED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"total_price\": \"1e999999999\", \"currency\": \"EUR\"",
                "\"total_price\": \"ten\", \"currency\": \"EUR\"",
                "\"total_price\": {\"amount\": 1}, \"currency\": \"EUR\"",
                "\"total_price\": \"10.00\", \"currency\": \"QQQ\"",
                "\"total_price\": \"10.00\", \"currency\": \"XXX\"",
                "\"total_price\": \"10.00\", \"currency\": [\"EUR\"]",
                "\"total_price\": \"10.00\""
            })
    void money_that_is_none_is_left_out(String fields) {
        assertThat(order(fields).total()).isEmpty();
    }

    @Test
    void a_number_is_money_too() {
        assertThat(order("\"total_price\": 159.90, \"currency\": \"USD\"").total())
                .contains(Money.of("159.90", "USD"));
    }

    @Test
    void a_field_of_an_unexpected_type_is_left_out_and_the_rest_is_told() {
        var change = order("""
                "name": {"text": "#1"}, "note": ["a"], "tags": {"a": 1}, "customer": "Ada", "line_items": {"0": {}},
                "fulfillments": "none", "payment_gateway_names": "cash", "shipping_lines": 7,
                "financial_status": "paid\"""");

        assertThat(change.name()).isEmpty();
        assertThat(change.lines()).isEmpty();
        assertThat(change.customer()).isEmpty();
        assertThat(change.attributes()).containsOnlyKeys("financial_status");
    }

    @Test
    void a_line_that_is_no_object_does_not_take_the_others_along() {
        assertThat(order("\"line_items\": [null, 7, {\"id\": 3, \"title\": \"Pot\", \"quantity\": \"two\"}]")
                        .lines())
                .containsExactly(new Line("3", "Pot", 0, Optional.empty(), Optional.empty()));
    }

    @Test
    void texts_come_without_control_and_half_characters() {
        assertThat(order("\"note\": \"a\\u0000b\\u001fc\\ud83d d\\ne\"").attributes())
                .containsEntry("note", "abc? d\ne");
    }

    @Test
    void an_edit_tells_what_was_added_and_removed_on_the_orders_timeline() {
        var hook = Samples.hook("orders/edited");

        assertThat(hook.change().attributes())
                .containsEntry("edit", "78912328793")
                .containsEntry("note", "Second pot added")
                .containsEntry("lines_added", "1 x 9100000000000000003")
                .containsEntry("lines_removed", "2 x 9100000000000000002");
        assertThat(hook.change().occurredAt().at()).isEqualTo("2026-02-03T10:05:00Z");
        assertThat(hook.timelines()).containsExactly("timeline:order:" + Samples.ORDER_ID);
    }

    @Test
    void a_risk_assessment_that_names_no_order_is_ignored() {
        var translation = Hook.of("orders/risk_assessment_changed", "{\"risk_level\": \"high\"}")
                .translation();

        assertThat(translation.events()).isEmpty();
        assertThat(translation.ignored())
                .singleElement()
                .satisfies(ignored -> assertThat(ignored.reason()).isEqualTo("names no order"));
    }

    @Test
    void a_payment_that_worked_is_left_to_the_orders_own_topics() {
        var worked = Hook.of("order_transactions/create", Samples.PAYMENT.replace("failure", "success"));

        assertThat(worked.translation().events()).isEmpty();
        assertThat(worked.translation().ignored()).hasSize(1);
    }

    @Test
    void a_payment_that_failed_tells_why_and_how_much() {
        var hook = Samples.hook("order_transactions/create");

        assertThat(hook.change().total()).contains(Money.of("54.80", "EUR"));
        assertThat(hook.change().attributes())
                .containsEntry("error_code", "card_declined")
                .containsEntry("gateway", "shopify_payments");
        assertThat(hook.timelines())
                .containsExactly("timeline:order:" + Samples.ORDER_ID, "timeline:payment:3210000000000000001");
    }

    private static CommerceChange order(String fields) {
        return Hook.of("orders/updated", "{\"id\": 1, " + fields + "}").change();
    }
}
