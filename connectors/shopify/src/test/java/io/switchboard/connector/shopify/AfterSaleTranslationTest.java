package io.switchboard.connector.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.canonical.CommerceChange.Line;
import io.switchboard.canonical.IdentityKey;
import io.switchboard.canonical.Moment;
import io.switchboard.canonical.Money;
import io.switchboard.canonical.Precision;
import io.switchboard.connector.MalformedDeliveryException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Shipments, refunds, returns, disputes: what happens to an order once it is placed. */
class AfterSaleTranslationTest {

    private static final String ORDER_TIMELINE = "timeline:order:" + Samples.ORDER_ID;

    @Test
    void a_refund_totals_what_was_paid_out() {
        var change = Samples.hook("refunds/create").change();

        assertThat(change.total()).contains(Money.of("49.90", "EUR"));
        assertThat(change.attributes())
                .containsEntry("note", "Spout broken")
                .containsEntry("gateway", "shopify_payments")
                .containsEntry("payment_status", "success");
    }

    @Test
    void a_refund_lists_what_it_pays_for_at_the_price_paid_back() {
        assertThat(Samples.hook("refunds/create").change().lines())
                .containsExactly(new Line(
                        "9100000000000000001",
                        "Teapot - blue",
                        1,
                        Optional.of("TP-B"),
                        Optional.of(Money.of("49.90", "EUR"))));
    }

    @Test
    void a_refund_in_two_currencies_has_no_total() {
        var hook = Hook.of("refunds/create", """
                {"id": 1, "order_id": 2, "transactions": [
                  {"kind": "refund", "status": "success", "amount": "1.00", "currency": "EUR"},
                  {"kind": "refund", "status": "success", "amount": "1.00", "currency": "USD"}]}""");

        assertThat(hook.change().total()).isEmpty();
    }

    @Test
    void a_refund_not_paid_yet_has_no_total() {
        var hook = Hook.of("refunds/create", """
                {"id": 1, "order_id": 2, "transactions": [
                  {"kind": "refund", "status": "pending", "amount": "1.00", "currency": "EUR"}]}""");

        assertThat(hook.change().total()).isEmpty();
        assertThat(hook.change().attributes()).containsEntry("payment_status", "pending");
    }

    @Test
    void everything_after_the_sale_is_told_on_the_orders_timeline() {
        assertThat(Samples.hook("refunds/create").timelines())
                .containsExactly(ORDER_TIMELINE, "timeline:refund:5500000000000000001");
        assertThat(Samples.hook("fulfillments/create").timelines())
                .containsExactly(ORDER_TIMELINE, "timeline:shipment:6600000000000000001");
        assertThat(Samples.hook("fulfillment_events/create").timelines())
                .containsExactly(ORDER_TIMELINE, "timeline:shipment:6600000000000000001");
        assertThat(Samples.hook("returns/request").timelines())
                .containsExactly(ORDER_TIMELINE, "timeline:return:2200000000000000001");
        assertThat(Samples.hook("disputes/create").timelines())
                .containsExactly(ORDER_TIMELINE, "timeline:dispute:1100000000000000001");
    }

    @Test
    void a_dispute_without_an_order_has_its_own_timeline() {
        assertThat(Hook.of("disputes/create", "{\"id\": 7, \"order_id\": null}").timelines())
                .containsExactly("timeline:dispute:7");
    }

    @Test
    void a_shipment_answers_where_the_parcel_is() {
        var change = Samples.hook("fulfillments/update").change();

        assertThat(change.resource()).isEqualTo("shipment");
        assertThat(change.order()).contains(Samples.ORDER_ID);
        assertThat(change.name()).contains("#1001.1");
        assertThat(change.occurredAt().at()).isEqualTo("2026-02-04T16:30:00Z");
        assertThat(change.attributes())
                .containsEntry("status", "success")
                .containsEntry("shipment_status", "in_transit")
                .containsEntry("tracking_company", "DHL")
                .containsEntry("tracking_number", "JJD01")
                .containsEntry("tracking_numbers", "JJD01, JJD02")
                .containsEntry("tracking_url", "https://track.example/JJD01")
                .containsEntry("tracking_urls", "https://track.example/JJD01 https://track.example/JJD02");
    }

    @Test
    void whoever_receives_a_parcel_is_not_taken_for_the_customer() {
        var customer = Samples.hook("fulfillments/create").change().customer().orElseThrow();

        assertThat(customer.identities()).containsExactly(IdentityKey.global("email", "ada@example.com"));
        assertThat(customer.displayName()).isEmpty();
    }

    @Test
    void a_scan_is_about_the_parcel() {
        var change = Samples.hook("fulfillment_events/create").change();

        assertThat(change.nativeId()).isEqualTo("6600000000000000001");
        assertThat(change.occurredAt().at()).isEqualTo("2026-02-05T07:12:00Z");
        assertThat(change.attributes())
                .containsEntry("tracking_event", "4400000000000000001")
                .containsEntry("shipment_status", "attempted_delivery")
                .containsEntry("message", "Nobody at home")
                .containsEntry("city", "Berlin")
                .containsEntry("estimated_delivery_at", "2026-02-06T17:00:00Z");
    }

    @Test
    void a_hold_tells_why_even_when_it_is_released_before_it_is_read() {
        var change = Samples.hook("fulfillment_holds/added").change();

        assertThat(change.attributes())
                .containsEntry("hold", "77")
                .containsEntry("reason", "inventory_out_of_stock")
                .containsEntry("note", "Blue is back on Friday");
        assertThat(Samples.hook("fulfillment_holds/added").timelines())
                .containsExactly("timeline:fulfillment_order:3300000000000000001");
    }

    @Test
    void a_fulfillment_order_tells_its_state_and_what_replaces_it() {
        assertThat(Samples.hook("fulfillment_orders/placed_on_hold").change().attributes())
                .containsEntry("status", "on_hold")
                .containsEntry("request_status", "unsubmitted")
                .containsEntry("hold", "78")
                .containsEntry("reason", "other")
                .containsEntry("note", "Will do on Friday")
                .containsEntry("replaced_by", "3300000000000000002")
                .containsEntry("fulfill_at", "2026-02-05T23:00:00Z");
    }

    @Test
    void a_fulfillment_order_is_found_under_each_name_shopify_gives_it() {
        var moved = Hook.of("fulfillment_orders/moved", """
                {"original_fulfillment_order": {"id": "gid://shopify/FulfillmentOrder/1", "status": "closed"},
                 "moved_fulfillment_order": {"id": "gid://shopify/FulfillmentOrder/2"}}""");
        var merged = Hook.of("fulfillment_orders/merged", """
                {"merge_intents": [],
                 "fulfillment_order_merges": {"fulfillment_order": {"id": "gid://shopify/FulfillmentOrder/3"}}}""");
        var bare = Hook.of("fulfillment_orders/split", "{\"id\": 4, \"order_id\": 5}");

        assertThat(moved.change().nativeId()).isEqualTo("1");
        assertThat(moved.change().attributes()).containsEntry("moved_to", "2");
        assertThat(merged.change().nativeId()).isEqualTo("3");
        assertThat(bare.timelines()).containsExactly("timeline:order:5", "timeline:fulfillment_order:4");
        assertThatThrownBy(Hook.of("fulfillment_orders/split", "{}")::translation)
                .isInstanceOf(MalformedDeliveryException.class)
                .hasMessage("fulfillment_order is missing");
    }

    @Test
    void a_return_tells_what_comes_back_and_why() {
        var change = Samples.hook("returns/request").change();

        assertThat(change.name()).contains("#1001-R1");
        assertThat(change.order()).contains(Samples.ORDER_ID);
        assertThat(change.lines())
                .containsExactly(new Line("21", "Teapot - blue", 1, Optional.of("TP-B"), Optional.empty()));
        assertThat(change.attributes())
                .containsEntry("status", "requested")
                .containsEntry("reason", "defective")
                .containsEntry("note", "The spout leaks");
    }

    @Test
    void a_declined_return_tells_the_shops_reason() {
        var declined = Hook.of("returns/decline", """
                {"id": 9, "order_id": 7300000000000000001, "status": "declined",
                 "decline": {"reason": "return_period_ended", "note": "Thirty days are over"}}""");

        assertThat(declined.change().order()).contains(Samples.ORDER_ID);
        assertThat(declined.change().attributes())
                .containsEntry("reason", "return_period_ended")
                .containsEntry("note", "Thirty days are over");
    }

    @Test
    void a_changed_return_finds_the_order_by_its_own_key() {
        var hook = Samples.hook("returns/update");

        assertThat(hook.change().nativeId()).isEqualTo("2200000000000000001");
        assertThat(hook.timelines()).containsExactly("timeline:return:2200000000000000001");
    }

    @Test
    void a_dispute_tells_its_deadline() {
        var change = Samples.hook("disputes/create").change();

        assertThat(change.total()).contains(Money.of("54.80", "EUR"));
        assertThat(change.occurredAt()).isEqualTo(new Moment(Instant.parse("2026-02-20T06:00:00Z"), Precision.SECONDS));
        assertThat(change.attributes())
                .containsEntry("evidence_due_by", "2026-03-01T23:00:00Z")
                .containsEntry("reason", "product_not_received")
                .containsEntry("type", "chargeback")
                .containsEntry("status", "needs_response")
                .doesNotContainKeys("evidence_sent_on", "finalized_on");
    }

    @Test
    void a_deadline_given_as_a_date_stays_a_date() {
        assertThat(Hook.of("disputes/create", "{\"id\": 7, \"evidence_due_by\": \"2026-03-02\"}")
                        .change()
                        .attributes())
                .containsEntry("evidence_due_by", "2026-03-02");
    }

    @Test
    void a_change_of_a_dispute_did_not_happen_when_the_dispute_began() {
        assertThat(Samples.hook("disputes/update").change().occurredAt().at()).isEqualTo("2026-02-03T10:00:04.123Z");
    }
}
