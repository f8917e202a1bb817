package io.switchboard.connector.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.connector.Translation;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTest {

    private static final String TABLE = """
            orders/create,                                        commerce.order.placed,                            7300000000000000001
            orders/updated,                                       commerce.order.changed,                           7300000000000000001
            orders/edited,                                        commerce.order.edited,                            7300000000000000001
            orders/paid,                                          commerce.order.paid,                              7300000000000000001
            orders/cancelled,                                     commerce.order.cancelled,                         7300000000000000001
            orders/fulfilled,                                     commerce.order.fulfilled,                         7300000000000000001
            orders/partially_fulfilled,                           commerce.order.partially_fulfilled,               7300000000000000001
            orders/delete,                                        commerce.order.deleted,                           7300000000000000001
            orders/risk_assessment_changed,                       commerce.order.risk_changed,                      7300000000000000001
            order_transactions/create,                            commerce.order.payment_failed,                    3210000000000000001
            refunds/create,                                       commerce.refund.created,                          5500000000000000001
            fulfillments/create,                                  commerce.shipment.created,                        6600000000000000001
            fulfillments/update,                                  commerce.shipment.changed,                        6600000000000000001
            fulfillment_events/create,                            commerce.shipment.tracking,                       6600000000000000001
            fulfillment_events/delete,                            commerce.shipment.tracking_deleted,               6600000000000000001
            fulfillment_holds/added,                              commerce.order.held,                              3300000000000000001
            fulfillment_holds/released,                           commerce.order.hold_released,                     3300000000000000001
            fulfillment_orders/placed_on_hold,                    commerce.fulfillment_order.held,                  3300000000000000001
            fulfillment_orders/hold_released,                     commerce.fulfillment_order.hold_released,         3300000000000000001
            fulfillment_orders/cancelled,                         commerce.fulfillment_order.cancelled,             3300000000000000001
            fulfillment_orders/moved,                             commerce.fulfillment_order.moved,                 3300000000000000001
            fulfillment_orders/split,                             commerce.fulfillment_order.split,                 3300000000000000001
            fulfillment_orders/merged,                            commerce.fulfillment_order.merged,                3300000000000000001
            fulfillment_orders/rescheduled,                       commerce.fulfillment_order.rescheduled,           3300000000000000001
            fulfillment_orders/order_routing_complete,            commerce.fulfillment_order.routed,                3300000000000000001
            fulfillment_orders/scheduled_fulfillment_order_ready, commerce.fulfillment_order.ready,                 3300000000000000001
            fulfillment_orders/progress_reported,                 commerce.fulfillment_order.progress_reported,     3300000000000000001
            fulfillment_orders/manually_reported_progress_stopped,commerce.fulfillment_order.progress_stopped,      3300000000000000001
            fulfillment_orders/line_items_prepared_for_pickup,    commerce.fulfillment_order.ready_for_pickup,      3300000000000000001
            fulfillment_orders/line_items_prepared_for_local_delivery,commerce.fulfillment_order.ready_for_delivery,3300000000000000001
            fulfillment_orders/fulfillment_service_failed_to_complete,commerce.fulfillment_order.failed,            3300000000000000001
            fulfillment_orders/fulfillment_request_submitted,     commerce.fulfillment_order.requested,             3300000000000000001
            fulfillment_orders/fulfillment_request_accepted,      commerce.fulfillment_order.accepted,              3300000000000000001
            fulfillment_orders/fulfillment_request_rejected,      commerce.fulfillment_order.rejected,              3300000000000000001
            fulfillment_orders/cancellation_request_submitted,    commerce.fulfillment_order.cancellation_requested,3300000000000000001
            fulfillment_orders/cancellation_request_accepted,     commerce.fulfillment_order.cancellation_accepted, 3300000000000000001
            fulfillment_orders/cancellation_request_rejected,     commerce.fulfillment_order.cancellation_rejected, 3300000000000000001
            returns/request,                                      commerce.return.requested,                        2200000000000000001
            returns/approve,                                      commerce.return.approved,                         2200000000000000001
            returns/decline,                                      commerce.return.declined,                         2200000000000000001
            returns/update,                                       commerce.return.changed,                          2200000000000000001
            returns/process,                                      commerce.return.processed,                        2200000000000000001
            returns/close,                                        commerce.return.closed,                           2200000000000000001
            returns/cancel,                                       commerce.return.cancelled,                        2200000000000000001
            returns/reopen,                                       commerce.return.reopened,                         2200000000000000001
            disputes/create,                                      commerce.dispute.opened,                          1100000000000000001
            disputes/update,                                      commerce.dispute.changed,                         1100000000000000001
            customers/create,                                     commerce.customer.created,                        8200000000000000017
            customers/update,                                     commerce.customer.changed,                        8200000000000000017
            customers/enable,                                     commerce.customer.enabled,                        8200000000000000017
            customers/disable,                                    commerce.customer.disabled,                       8200000000000000017
            customers/delete,                                     commerce.customer.deleted,                        7300000000000000001
            customers/merge,                                      commerce.customer.merged,                         8200000000000000017
            customer.tags_added,                                  commerce.customer.tagged,                         8200000000000000017
            customer.tags_removed,                                commerce.customer.untagged,                       8200000000000000017
            customers_email_marketing_consent/update,             consent.changed,                                  ada@example.com
            customers_marketing_consent/update,                   consent.changed,                                  4930901820
            customers_whats_app_marketing_consent/update,         consent.changed,                                  8200000000000000017
            checkouts/create,                                     commerce.checkout.created,                        4f1c6a
            checkouts/update,                                     commerce.checkout.changed,                        4f1c6a
            checkouts/delete,                                     commerce.checkout.deleted,                        981820079
            carts/create,                                         commerce.cart.created,                            c0ffee
            carts/update,                                         commerce.cart.changed,                            c0ffee
            draft_orders/create,                                  commerce.draft_order.created,                     890612572568261625
            draft_orders/update,                                  commerce.draft_order.changed,                     890612572568261625
            draft_orders/delete,                                  commerce.draft_order.deleted,                     7300000000000000001
            subscription_billing_attempts/success,                commerce.subscription.billed,                     910011
            subscription_billing_attempts/failure,                commerce.subscription.billing_failed,             910011
            subscription_billing_attempts/challenged,             commerce.subscription.billing_challenged,         910011
            subscription_contracts/create,                        commerce.subscription.created,                    910011
            subscription_contracts/update,                        commerce.subscription.changed,                    910011
            subscription_contracts/activate,                      commerce.subscription.activated,                  910011
            subscription_contracts/pause,                         commerce.subscription.paused,                     910011
            subscription_contracts/cancel,                        commerce.subscription.cancelled,                  910011
            subscription_contracts/expire,                        commerce.subscription.expired,                    910011
            subscription_contracts/fail,                          commerce.subscription.failed,                     910011
            customers/data_request,                               privacy.request,                                  9999
            customers/redact,                                     privacy.request,                                  8200000000000000017/59d6d79c-595f-4e7e-bc6f-72f5c3d0c66f
            shop/redact,                                          privacy.request,                                  teapots.myshopify.com/59d6d79c-595f-4e7e-bc6f-72f5c3d0c66f
            app/uninstalled,                                      connection.health_changed,                        REVOKED
            app/scopes_update,                                    connection.health_changed,                        ACTION_REQUIRED
            """;

    @ParameterizedTest
    @CsvSource(textBlock = TABLE)
    void says_what_happened_to_which_resource(String topic, String kind, String subject) {
        var first = Samples.hook(topic).keys().getFirst();

        assertThat(first.kind()).isEqualTo(kind);
        assertThat(first.subject()).isEqualTo(subject);
    }

    @Test
    void the_table_above_leaves_no_topic_out() {
        var listed = TABLE.lines().map(line -> line.split(",", 2)[0].strip()).collect(Collectors.toSet());

        assertThat(listed).isEqualTo(Topics.translated());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void a_redelivery_has_the_same_keys(String topic) {
        var hook = Samples.hook(topic);
        var bare = hook.without(Hook.EVENT).without(Hook.TRIGGERED);

        assertThat(hook.receivedAt(Hook.RECEIVED.plus(Duration.ofDays(3))).keys())
                .isEqualTo(hook.keys());
        assertThat(bare.receivedAt(Hook.RECEIVED.plus(Duration.ofDays(3))).keys())
                .isEqualTo(bare.keys());
    }

    @Test
    void no_two_topics_share_a_key() {
        var keys = Samples.all().values().stream()
                .flatMap(hook -> hook.keys().stream())
                .toList();

        assertThat(new HashSet<>(keys)).hasSameSizeAs(keys);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void nothing_personal_is_printed(String topic) {
        var translation = Samples.hook(topic).translation();

        assertThat(translation.events().toString() + translation.ignored())
                .doesNotContain("Ada", "ada@", "901820", "example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "products/create",
                "product_listings/add",
                "variants/in_stock",
                "collections/update",
                "inventory_items/create",
                "inventory_levels/update",
                "discounts/create",
                "metaobjects/update",
                "shop/update",
                "themes/publish",
                "locations/create",
                "markets/update",
                "domains/create",
                "profiles/update",
                "bulk_operations/finish",
                "app_subscriptions/update",
                "tender_transactions/create",
                "reverse_deliveries/attach_deliverable"
            })
    void what_is_not_about_a_customer_is_ignored_for_a_stated_reason(String topic) {
        var translation = Hook.of(topic, "{\"id\": 1}").translation();

        assertThat(translation.events()).isEmpty();
        assertThat(translation.ignored()).singleElement().satisfies(ignored -> {
            assertThat(ignored.what()).isEqualTo("topic " + topic);
            assertThat(ignored.reason()).isNotEqualTo("unknown topic");
        });
    }

    @Test
    void a_topic_counts_in_any_case() {
        assertThat(Hook.of("Orders/Create", Samples.ORDER).change().topic()).isEqualTo("order.placed");
    }

    @Test
    void one_body_is_one_event_except_for_a_merge() {
        Set<String> twice = Samples.all().entrySet().stream()
                .filter(sample -> events(sample.getValue().translation()) != 1)
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.toSet());

        assertThat(twice).containsExactly("customers/merge");
    }

    private static int events(Translation translation) {
        return translation.events().size() + translation.ignored().size();
    }

    static Stream<String> topics() {
        return Topics.translated().stream().sorted();
    }
}
