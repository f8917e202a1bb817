package io.switchboard.sandbox.platforms.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.sandbox.platforms.demo.DemoCustomer;
import io.switchboard.sandbox.platforms.testing.Received;
import io.switchboard.sandbox.platforms.wire.HookAttempt;
import io.switchboard.sandbox.platforms.wire.Json;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShopifyCallerTest {

    private final ShopFixture fixture = new ShopFixture();
    private final ShopifyCaller caller = fixture.shop.caller();
    private final DemoCatalogue catalogue = fixture.shop.catalogue();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void posts_with_all_headers_signed_over_the_bytes() {
        fixture.gateway.willAnswer(401);
        var webhook = caller.orders().created(catalogue.order(1004));

        var answer = caller.post(webhook);

        var request = fixture.gateway.received().getFirst();
        assertThat(answer.status()).isEqualTo(401);
        assertThat(request.header("X-Shopify-Topic")).isEqualTo("orders/create");
        assertThat(request.header("X-Shopify-Shop-Domain")).isEqualTo("demo.myshopify.com");
        assertThat(request.header("X-Shopify-API-Version")).isEqualTo("2026-07");
        assertThat(request.header("X-Shopify-Webhook-Id"))
                .isEqualTo(webhook.webhookId().toString());
        assertThat(request.header("X-Shopify-Event-Id"))
                .isEqualTo(webhook.eventId().toString());
        assertThat(request.header("X-Shopify-Triggered-At")).isEqualTo("2026-03-01T10:15:30Z");
        assertThat(request.header("X-Shopify-Hmac-Sha256"))
                .isEqualTo(ShopifySignature.of("sandbox-shopify-secret", request.body()));
        assertThat(request.text()).contains("Jürgen");
    }

    @Test
    void redelivers_with_the_same_ids_until_any_2xx() throws InterruptedException {
        fixture.gateway.willAnswer(500, 302, 202);

        var delivery = caller.deliver(caller.orders().paid(catalogue.order(1005)));

        assertThat(delivery.await(Duration.ofSeconds(10))).isTrue();
        assertThat(delivery.attempts())
                .extracting(HookAttempt::status)
                .containsExactly(OptionalInt.of(500), OptionalInt.of(302), OptionalInt.of(202));
        assertThat(ids("X-Shopify-Webhook-Id"))
                .hasSize(3)
                .containsOnly(ids("X-Shopify-Webhook-Id").getFirst());
        assertThat(ids("X-Shopify-Event-Id"))
                .hasSize(3)
                .containsOnly(ids("X-Shopify-Event-Id").getFirst());
        assertThat(ids("X-Shopify-Hmac-Sha256"))
                .containsOnly(ids("X-Shopify-Hmac-Sha256").getFirst());
        assertThat(fixture.shop.attempts()).hasSize(3);
    }

    @Test
    void gives_a_second_subscription_the_same_event_under_another_delivery() {
        var webhook = caller.orders().created(catalogue.order(1001));

        caller.post(webhook);
        caller.post(webhook.forAnotherSubscription(new UUID(1, 2)));

        assertThat(ids("X-Shopify-Webhook-Id")).doesNotHaveDuplicates();
        assertThat(ids("X-Shopify-Event-Id")).containsOnly(webhook.eventId().toString());
    }

    @Test
    void has_every_topic_a_helpdesk_listens_to() {
        assertThat(everyWebhook())
                .extracting(ShopifyWebhook::topic)
                .containsExactly(
                        "orders/create",
                        "orders/updated",
                        "orders/paid",
                        "orders/cancelled",
                        "orders/fulfilled",
                        "orders/partially_fulfilled",
                        "orders/edited",
                        "fulfillments/create",
                        "fulfillments/update",
                        "fulfillment_events/create",
                        "refunds/create",
                        "returns/request",
                        "returns/approve",
                        "disputes/create",
                        "disputes/update",
                        "customers/create",
                        "customers/update",
                        "customers/delete",
                        "customers/merge",
                        "customers/data_request",
                        "customers/redact",
                        "shop/redact",
                        "app/uninstalled");
        assertThat(everyWebhook())
                .allSatisfy(
                        webhook -> assertThat(Json.readObject(webhook.body())).isPresent());
        assertThat(everyWebhook()).extracting(ShopifyWebhook::eventId).doesNotHaveDuplicates();
    }

    @Test
    void tells_in_each_topic_what_changed() {
        var order = catalogue.order(1002);
        fixture.clock.advance(Duration.ofHours(1));

        assertThat(at(caller.orders().updated(order), "/updated_at")).isEqualTo("2026-03-01T12:15:30+01:00");
        assertThat(at(caller.orders().cancelled(order), "/cancelled_at")).isEqualTo("2026-03-01T12:15:30+01:00");
        assertThat(at(caller.orders().fulfilled(order, "DHL", "00340"), "/fulfillments/0/tracking_number"))
                .isEqualTo("00340");
        assertThat(at(caller.orders().edited(order), "/order_edit/order_id")).isEqualTo("820982911946154509");
        assertThat(at(caller.afterSales().refunded(order, "damaged"), "/transactions/0/amount"))
                .isEqualTo("89.00");
        assertThat(at(
                        caller.afterSales().returnRequested(order, "defective", "it flickers"),
                        "/return_line_items/0/customer_note"))
                .isEqualTo("it flickers");
        assertThat(at(caller.afterSales().disputeOpened(order, "fraudulent"), "/evidence_due_by"))
                .isEqualTo("2026-03-08T12:15:30+01:00");
    }

    @Test
    void keeps_one_dispute_from_its_opening_to_its_end() {
        var order = catalogue.order(1003);

        assertThat(at(caller.afterSales().disputeOpened(order, "fraudulent"), "/id"))
                .isEqualTo(at(caller.afterSales().disputeUpdated(order, "fraudulent", "won"), "/id"));
    }

    @Test
    void names_person_and_orders_in_the_privacy_topics() {
        var ada = catalogue.customer(DemoCustomer.ADA);
        var orders = List.of(catalogue.order(1001), catalogue.order(1002));

        assertThat(at(caller.app().dataRequested(ada, orders), "/orders_requested/1"))
                .isEqualTo("820982911946154509");
        assertThat(at(caller.app().customerRedacted(ada, orders), "/customer/email"))
                .isEqualTo("ada@customer.example");
        assertThat(at(caller.app().shopRedacted(), "/shop_domain")).isEqualTo("demo.myshopify.com");
    }

    private List<ShopifyWebhook> everyWebhook() {
        var order = catalogue.order(1002);
        var shipped = catalogue.order(1001);
        var shipment = shipped.shipment().orElseThrow();
        var ada = catalogue.customer(DemoCustomer.ADA);
        return Stream.of(
                        caller.orders().created(order),
                        caller.orders().updated(order),
                        caller.orders().paid(order),
                        caller.orders().cancelled(order),
                        caller.orders().fulfilled(order, "DHL", "1"),
                        caller.orders().partiallyFulfilled(order, "DHL", "1"),
                        caller.orders().edited(order),
                        caller.afterSales().fulfillmentCreated(shipped, shipment),
                        caller.afterSales().fulfillmentUpdated(shipped, shipment, "delivered"),
                        caller.afterSales().fulfillmentEvent(shipped, shipment, "in_transit"),
                        caller.afterSales().refunded(shipped, "damaged"),
                        caller.afterSales().returnRequested(shipped, "defective", "broken"),
                        caller.afterSales().returnMoved(shipped, "approve", "open"),
                        caller.afterSales().disputeOpened(shipped, "fraudulent"),
                        caller.afterSales().disputeUpdated(shipped, "fraudulent", "won"),
                        caller.customers().created(ada),
                        caller.customers().updated(ada),
                        caller.customers().deleted(ada),
                        caller.customers().merged(ada, catalogue.customer(DemoCustomer.GRACE)),
                        caller.app().dataRequested(ada, List.of(order)),
                        caller.app().customerRedacted(ada, List.of(order)),
                        caller.app().shopRedacted(),
                        caller.app().uninstalled())
                .toList();
    }

    private List<String> ids(String header) {
        return fixture.gateway.received().stream()
                .map((Received request) -> request.header(header))
                .toList();
    }

    private static String at(ShopifyWebhook webhook, String pointer) {
        return Json.readObject(webhook.body()).orElseThrow().at(pointer).asText();
    }
}
