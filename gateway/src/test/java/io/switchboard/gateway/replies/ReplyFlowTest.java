package io.switchboard.gateway.replies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.connector.ConnectionRef;
import io.switchboard.gateway.Hub;
import io.switchboard.gateway.TicketsTopic;
import io.switchboard.gateway.TicketsTopic.Event;
import io.switchboard.sandbox.platforms.demo.DemoCustomer;
import io.switchboard.sandbox.platforms.whatsapp.Fault;
import io.switchboard.sandbox.platforms.whatsapp.StatusPlan;
import io.switchboard.sandbox.platforms.whatsapp.WhatsAppCloud;
import io.switchboard.sandbox.platforms.whatsapp.WhatsAppPerson;
import io.switchboard.sandbox.platforms.whatsapp.WhatsAppSecrets;
import io.switchboard.sandbox.platforms.whatsapp.WhatsAppSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** An agent's answer reaches the customer once, and everybody learns what became of it. */
@SuppressWarnings("NullAway.Init") // start(), with which every test begins, sets the fields
class ReplyFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private WhatsAppCloud cloud;
    private ConnectionRef connection;

    @AfterEach
    void closeThePlatform() {
        cloud.close();
    }

    @Test
    void a_reply_is_queued_sent_delivered_and_read() {
        start("reply-lively", StatusPlan.lively());
        var thread = customerSays("Where is my order?");

        var answer = reply("""
                {"commandId":"lively-1","threadId":"%s","text":"It left our house this morning."}""".formatted(thread));

        assertThat(answer).isEqualTo(202);
        awaitEvent(event -> event.at("/receipt/state").asText().equals("read"));
        assertThat(outcomes()).containsExactly("queued", "sent");
        assertThat(receipts()).containsExactly("sent", "delivered", "read");
        assertThat(events("receipt.changed"))
                .allSatisfy(event -> assertThat(event.at("/receipt/messageId"))
                        .isEqualTo(events("outbound.result").getFirst().at("/message/messageId")));
        assertThat(cloud.sent()).hasSize(1);
        assertThat(sequences()).isEqualTo(upTo(sequences().size()));
    }

    @Test
    void the_same_command_twice_is_one_message() {
        start("reply-twice", StatusPlan.silent());
        var thread = customerSays("Hello?");
        var command = """
                {"commandId":"twice-1","threadId":"%s","text":"Hello."}""".formatted(thread);

        assertThat(reply(command)).isEqualTo(202);
        assertThat(reply(command)).isEqualTo(202);
        reply("""
                {"commandId":"twice-2","threadId":"%s","text":"Anything else?"}""".formatted(thread));

        await().atMost(PATIENCE)
                .until(() -> outcomes().stream().filter("sent"::equals).count() == 2);
        assertThat(cloud.sent()).hasSize(2);
    }

    @Test
    void a_platform_that_dies_after_taking_the_message_leaves_it_unconfirmed_and_is_not_asked_again() {
        start("reply-dies", StatusPlan.silent());
        var thread = customerSays("Can I return this?");
        cloud.failNext(new Fault.ResetAfterAccept());

        reply("""
                {"commandId":"dies-1","threadId":"%s","text":"Yes, within 30 days."}""".formatted(thread));
        awaitEvent(event -> event.at("/outbound/outcome").asText().equals("unconfirmed"));
        reply("""
                {"commandId":"dies-2","threadId":"%s","text":"Shall I send a label?"}""".formatted(thread));
        await().atMost(PATIENCE).until(() -> outcomes().contains("sent"));

        assertThat(cloud.sent()).hasSize(2);
        assertThat(outcomes()).containsExactly("queued", "unconfirmed", "queued", "sent");
    }

    @Test
    void a_status_confirms_what_the_call_left_open() {
        start("reply-confirmed", StatusPlan.lively());
        var thread = customerSays("Are you there?");
        cloud.failNext(new Fault.ResetAfterAccept());

        reply("""
                {"commandId":"confirmed-1","threadId":"%s","text":"We are."}""".formatted(thread));

        awaitEvent(event -> event.at("/outbound/outcome").asText().equals("sent"));
        assertThat(cloud.sent()).hasSize(1);
    }

    @Test
    void statuses_that_overtake_the_answer_are_told_at_once_and_again_when_the_message_is_known() {
        start("reply-overtaken", StatusPlan.immediate());
        var thread = customerSays("Quick question");

        reply("""
                {"commandId":"overtaken-1","threadId":"%s","text":"Quick answer."}""".formatted(thread));

        awaitEvent(event -> event.at("/outbound/outcome").asText().equals("sent"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(known()).contains("sent", "delivered", "read"));
    }

    @Test
    void a_refusal_tells_why_and_what_can_be_sent_from_now_on() {
        start("reply-window", StatusPlan.silent());
        var thread = customerSays("Hi");
        cloud.failNext(new Fault.ErrorCode(131047));

        reply("""
                {"commandId":"window-1","threadId":"%s","text":"Hi."}""".formatted(thread));

        var refused = awaitEvent(event -> event.at("/outbound/outcome").asText().equals("refused"));
        assertThat(refused.at("/outbound/reason/code").asText()).isEqualTo("131047");
        assertThat(refused.at("/replyCapability/blockedReason").asText()).isEqualTo("window_closed");
        assertThat(refused.at("/replyCapability/templates").asBoolean()).isTrue();
    }

    @Test
    void a_deferred_reply_is_tried_again_and_sent_once() {
        start("reply-deferred", StatusPlan.silent());
        var thread = customerSays("Hi");
        cloud.failNext(new Fault.ErrorCode(131016));

        reply("""
                {"commandId":"deferred-1","threadId":"%s","text":"Hi."}""".formatted(thread));

        var deferred =
                awaitEvent(event -> event.at("/outbound/outcome").asText().equals("deferred"));
        assertThat(deferred.at("/outbound/nextAttemptAt").asText()).isNotEmpty();
        timePassesFor("deferred-1");
        awaitEvent(event -> event.at("/outbound/outcome").asText().equals("sent"));
        assertThat(cloud.sent()).hasSize(1);
    }

    @Test
    void a_reply_to_nowhere_and_a_reply_of_nothing_are_refused_in_words() {
        start("reply-wrong", StatusPlan.silent());
        var nowhere =
                "{\"commandId\":\"wrong-1\",\"threadId\":\"00000000-0000-5000-8000-000000000000\",\"text\":\"Hi\"}";

        assertThat(reply(nowhere)).isEqualTo(404);
        assertThat(reply("{\"commandId\":\"wrong-2\",\"threadId\":\"00000000-0000-5000-8000-000000000000\"}"))
                .isEqualTo(400);
        assertThat(reply("{\"commandId\":")).isEqualTo(400);
        var blank = "{\"commandId\":\"wrong-3\",\"threadId\":\"00000000-0000-5000-8000-000000000000\",\"text\":\" \"}";
        var told = Hub.post(
                "/api/replies", blank.getBytes(StandardCharsets.UTF_8), Map.of("Content-Type", "application/json"));
        assertThat(told.body()).contains("text is blank");
        assertThat(Hub.get("/api/replies").headers().firstValue("content-type")).contains("application/problem+json");
    }

    @Test
    void a_command_id_that_cannot_be_stored_is_refused() {
        start("reply-nul", StatusPlan.silent());
        var thread = customerSays("Hi");

        for (var id : List.of("nul\\u0000", "half\\ud800")) {
            assertThat(reply("""
                    {"commandId":"%s","threadId":"%s","text":"Hi."}""".formatted(id, thread))).isEqualTo(400);
        }
    }

    @Test
    void a_backslash_before_u0000_reaches_the_customer_as_typed() {
        start("reply-backslash", StatusPlan.silent());
        var thread = customerSays("Which escape is NUL?");

        reply("""
                {"commandId":"backslash-1","threadId":"%s","text":"It is \\\\u0000"}""".formatted(thread));

        var queued = awaitEvent(event -> event.type().equals("outbound.result"));
        assertThat(queued.at("/message/textPlain").asText()).isEqualTo("It is \\u0000");
        await().atMost(PATIENCE).until(() -> cloud.sent().size() == 1);
    }

    @Test
    void a_picture_is_fetched_after_its_message_was_told() {
        start("reply-media", StatusPlan.silent());
        cloud.customer(WhatsAppPerson.of(DemoCustomer.ADA)).sendsPhoto("This arrived broken");

        var message = awaitEvent(event -> event.type().equals("message.received"));
        assertThat(message.at("/message/attachments/0/state").asText()).isEqualTo("pending");
        var stored = awaitEvent(event -> event.type().equals("attachment.updated"));
        assertThat(stored.at("/attachment/state").asText()).isEqualTo("stored");
        assertThat(Hub.get("/api/attachments/"
                                + stored.at("/attachment/attachmentId").asText())
                        .statusCode())
                .isEqualTo(200);
    }

    private void start(String name, StatusPlan statuses) {
        var settings = WhatsAppSettings.sandbox(URI.create(Hub.url("/hooks/whatsapp/" + name)))
                .withSecrets(new WhatsAppSecrets(Hub.SECRET, Hub.SECRET, Hub.SECRET))
                .withStatuses(statuses)
                .withSeed(name.hashCode());
        cloud = WhatsAppCloud.start(settings, Clock.systemUTC());
        connection = Hub.connect(
                "whatsapp",
                name,
                "106540352242922-" + name,
                Map.of("graph_url", cloud.base().toString().replaceFirst("/$", "")),
                "app_secret",
                "verify_token",
                "access_token");
    }

    private String customerSays(String text) {
        cloud.customer(WhatsAppPerson.of(DemoCustomer.ADA)).says(text);
        return TicketsTopic.await(connection, 1).getFirst().key();
    }

    private static void timePassesFor(String command) {
        Hub.bean(JdbcTemplate.class).update("update reply set due_at = now() where command_id = ?", command);
    }

    private static int reply(String json) {
        return Hub.post(
                        "/api/replies",
                        json.getBytes(StandardCharsets.UTF_8),
                        Map.of("Content-Type", "application/json"))
                .statusCode();
    }

    private Event awaitEvent(java.util.function.Predicate<Event> wanted) {
        await().atMost(PATIENCE)
                .until(() -> TicketsTopic.of(connection).stream().anyMatch(wanted));
        return TicketsTopic.of(connection).stream().filter(wanted).findFirst().orElseThrow();
    }

    private List<Event> events(String type) {
        return TicketsTopic.of(connection).stream()
                .filter(event -> event.type().equals(type))
                .toList();
    }

    private List<String> outcomes() {
        return events("outbound.result").stream()
                .map(event -> event.at("/outbound/outcome").asText())
                .toList();
    }

    private List<String> receipts() {
        return events("receipt.changed").stream()
                .map(event -> event.at("/receipt/state").asText())
                .toList();
    }

    private List<String> known() {
        return events("receipt.changed").stream()
                .filter(event -> event.at("/receipt").has("messageId"))
                .map(event -> event.at("/receipt/state").asText())
                .toList();
    }

    private List<Long> sequences() {
        return TicketsTopic.of(connection).stream().map(Event::sequence).toList();
    }

    private static List<Long> upTo(int count) {
        return java.util.stream.LongStream.rangeClosed(1, count).boxed().toList();
    }
}
