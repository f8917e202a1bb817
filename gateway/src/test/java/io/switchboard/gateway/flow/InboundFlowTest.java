package io.switchboard.gateway.flow;

import static io.switchboard.gateway.WhatsAppJson.change;
import static io.switchboard.gateway.WhatsAppJson.delivery;
import static io.switchboard.gateway.WhatsAppJson.entry;
import static io.switchboard.gateway.WhatsAppJson.messages;
import static io.switchboard.gateway.WhatsAppJson.status;
import static io.switchboard.gateway.WhatsAppJson.statuses;
import static io.switchboard.gateway.WhatsAppJson.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.gateway.Hub;
import io.switchboard.gateway.TicketsTopic;
import io.switchboard.gateway.TicketsTopic.Event;
import io.switchboard.gateway.operations.DeliveryLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is acknowledged reaches {@code tickets} exactly once. */
class InboundFlowTest {

    private static final long NOON = 1_767_268_800L;

    @Test
    void a_message_posted_three_times_is_one_event() {
        var connection = Hub.whatsApp("thrice");
        var body = messages("1", text("wamid.a", "15550101", NOON, "Where is my order?"));

        for (var i = 0; i < 3; i++) {
            assertThat(Hub.whatsApp(connection, body).statusCode()).isEqualTo(200);
        }
        Hub.whatsApp(connection, messages("1", text("wamid.b", "15550101", NOON + 1, "Hello?")));

        var events = TicketsTopic.await(connection, 2);
        assertThat(events).extracting(Event::type).containsExactly("message.received", "message.received");
        assertThat(events).extracting(Event::sequence).containsExactly(1L, 2L);
        assertThat(events.getFirst().at("/message/textPlain").asText()).isEqualTo("Where is my order?");
        assertThat(events.getFirst().at("/ticket/policy").asText()).isEqualTo("new");
        assertThat(events.getLast().at("/ticket/policy").asText()).isEqualTo("append");
        assertThat(events.getFirst().at("/ticket/ticketId"))
                .isEqualTo(events.getLast().at("/ticket/ticketId"));
    }

    @Test
    void every_element_of_a_batch_becomes_an_event_in_its_order() {
        var connection = Hub.whatsApp("batch");
        var entries = new ArrayList<String>();
        for (var e = 0; e < 2; e++) {
            var changes = new ArrayList<String>();
            for (var c = 0; c < 2; c++) {
                var messages = new ArrayList<String>();
                var statuses = new ArrayList<String>();
                for (var m = 0; m < 3; m++) {
                    messages.add(text("wamid.m" + e + c + m, "15550102", NOON + m, "message " + e + c + m));
                }
                for (var s : List.of("sent", "delivered", "read", "failed")) {
                    statuses.add(status("wamid.s" + e + c, "15550102", NOON, s));
                }
                changes.add(change("1", messages, statuses));
            }
            entries.add(entry("waba" + e, changes));
        }

        var answer = Hub.whatsApp(connection, delivery(entries));

        assertThat(answer.statusCode()).isEqualTo(200);
        var events = TicketsTopic.await(connection, 28);
        assertThat(events).hasSize(28);
        assertThat(events).extracting(Event::sequence).isEqualTo(sequences(28));
        assertThat(events.stream().filter(e -> e.type().equals("message.received")))
                .extracting(e -> e.at("/message/textPlain").asText())
                .containsExactly(
                        "message 000",
                        "message 001",
                        "message 002",
                        "message 010",
                        "message 011",
                        "message 012",
                        "message 100",
                        "message 101",
                        "message 102",
                        "message 110",
                        "message 111",
                        "message 112");
    }

    @Test
    void a_status_of_an_unknown_message_is_told_at_once_with_its_native_id() {
        var connection = Hub.whatsApp("orphan");

        Hub.whatsApp(connection, statuses("1", status("wamid.unknown", "15550103", NOON, "delivered")));

        var event = TicketsTopic.await(connection, 1).getFirst();
        assertThat(event.type()).isEqualTo("receipt.changed");
        assertThat(event.at("/receipt/nativeId").asText()).isEqualTo("wamid.unknown");
        assertThat(event.at("/receipt/messageId").isMissingNode()).isTrue();
    }

    @Test
    void what_should_not_come_in_does_not_and_the_next_good_delivery_flows() {
        var connection = Hub.whatsApp("hostile");
        var path = "/hooks/whatsapp/hostile";
        var good = messages("1", text("wamid.good", "15550104", NOON, "I am fine"));

        assertThat(Hub.post(path, good.getBytes(java.nio.charset.StandardCharsets.UTF_8), Map.of())
                        .statusCode())
                .isEqualTo(401);
        var wrong = Map.of("X-Hub-Signature-256", "sha256=" + "0".repeat(64));
        assertThat(Hub.post(path, good.getBytes(java.nio.charset.StandardCharsets.UTF_8), wrong)
                        .statusCode())
                .isEqualTo(401);
        assertThat(Hub.post("/hooks/whatsapp/nobody", new byte[0], Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(Hub.post("/hooks/nothing/hostile", new byte[0], Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(Hub.post(path, new byte[5 << 20], wrong).statusCode()).isEqualTo(413);
        assertThat(Hub.whatsApp(connection, good.substring(0, 100)).statusCode())
                .isEqualTo(200);
        assertThat(Hub.whatsApp(
                                connection,
                                delivery(List.of(entry("waba", List.of("{\"field\":\"flows_of_2031\",\"value\":{}}")))))
                        .statusCode())
                .isEqualTo(200);
        assertThat(Hub.whatsApp(connection, good).statusCode()).isEqualTo(200);

        var events = TicketsTopic.await(connection, 1);
        assertThat(events)
                .extracting(event -> event.at("/message/textPlain").asText())
                .containsExactly("I am fine");
        var ledger = Hub.bean(DeliveryLedger.class).latest(false, 500).stream()
                .filter(line -> line.tenant().equals("test") && line.connector().equals("whatsapp"))
                .toList();
        assertThat(ledger).anySatisfy(line -> {
            assertThat(line.state()).isEqualTo(DeliveryLedger.State.INVALID);
            assertThat(line.reason()).contains("not JSON");
        });
        assertThat(ledger).anySatisfy(line -> {
            assertThat(line.state()).isEqualTo(DeliveryLedger.State.IGNORED);
            assertThat(line.ignored()).isNotEmpty();
        });
        assertThat(Hub.get("/actuator/prometheus").body())
                .contains("switchboard_deliveries_rejected_total{connector=\"whatsapp\",reason=\"wrong_signature\"}")
                .contains("reason=\"missing_signature\"")
                .contains("reason=\"unknown_connection\"")
                .contains("reason=\"too_large\"");
    }

    @Test
    void ids_that_cannot_be_stored_as_they_are_do_not_hold_anybody_up() {
        var connection = Hub.whatsApp("unstorable");

        for (var i = 0; i < 3; i++) {
            Hub.whatsApp(
                    connection,
                    messages("1", text("wamid.nul\\u0000" + i, "1555\\u00000105", NOON + i, "nul\\u0000 " + i)));
            Hub.whatsApp(
                    connection,
                    messages("1", text("wamid.half\\ud800" + i, "1555\\ud8000106", NOON + i, "half\\ud800 " + i)));
        }
        Hub.whatsApp(connection, messages("1", text("wamid.fine", "15550107", NOON, "fine")));

        var events = TicketsTopic.await(connection, 7);
        assertThat(events).hasSize(7);
        assertThat(events.stream().map(Event::key).distinct()).hasSize(3);
        assertThat(events)
                .extracting(event -> event.at("/message/textPlain").asText())
                .contains("fine");
    }

    @Test
    void a_shop_event_goes_to_the_timeline_of_its_resource() {
        var connection = Hub.shopify("timeline");
        var order = """
                {"id":820982911946154508,"admin_graphql_api_id":"gid://shopify/Order/820982911946154508","name":"#9999","currency":"EUR",
                 "total_price":"403.00","created_at":"2026-01-01T12:00:00+01:00","updated_at":"2026-01-01T12:00:00+01:00",
                 "customer":{"id":115310627314723954,"email":"ada@customer.example","first_name":"Ada","last_name":"Lovelace"},"line_items":[]}""";

        for (var i = 0; i < 3; i++) {
            assertThat(Hub.shopify(connection, "orders/create", "event-1", order)
                            .statusCode())
                    .isEqualTo(200);
        }
        Hub.shopify(connection, "orders/paid", "event-2", order);

        var events = TicketsTopic.await(connection, 2);
        assertThat(events).extracting(Event::type).containsExactly("commerce.order.placed", "commerce.order.paid");
        assertThat(events.getFirst().at("/commerce/nativeId").asText()).isEqualTo("820982911946154508");
        assertThat(events.getFirst().at("/commerce/total/amount").asText()).isEqualTo("403.00");
        assertThat(events.getFirst().at("/ticket").isMissingNode()).isTrue();
    }

    private static List<Long> sequences(int count) {
        return java.util.stream.LongStream.rangeClosed(1, count).boxed().toList();
    }
}
