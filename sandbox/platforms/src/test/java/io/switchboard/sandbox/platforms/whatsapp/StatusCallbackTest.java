package io.switchboard.sandbox.platforms.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.sandbox.platforms.testing.Received;
import io.switchboard.sandbox.platforms.testing.StandInGateway;
import io.switchboard.sandbox.platforms.wire.HookAttempt;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatusCallbackTest {

    private static final String STATUS = "/entry/0/changes/0/value/statuses/0";

    private final CloudFixture fixture = new CloudFixture(StatusPlan.immediate());

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void calls_sent_delivered_and_read_back_in_order() throws Exception {
        fixture.send(withCallbackData("ours-1"));

        assertThat(statuses(3)).containsExactly("sent", "delivered", "read");
        var wamid = fixture.cloud.sent().getFirst().wamid();
        for (var callback : fixture.gateway.received()) {
            assertThat(callback.at(STATUS + "/id")).isEqualTo(wamid);
            assertThat(callback.at(STATUS + "/recipient_id")).isEqualTo("15550100001");
            assertThat(callback.at(STATUS + "/biz_opaque_callback_data")).isEqualTo("ours-1");
            assertThat(callback.json().at(STATUS + "/timestamp").isTextual()).isTrue();
            assertThat(callback.at("/entry/0/id")).isEqualTo("102290129340398");
            assertThat(callback.at("/entry/0/changes/0/value/metadata/phone_number_id"))
                    .isEqualTo("106540352242922");
            assertThat(callback.at("/entry/0/changes/0/value/metadata/display_phone_number"))
                    .isEqualTo("15550100100");
        }
    }

    @Test
    void signs_every_callback_over_the_bytes_sent() throws Exception {
        fixture.send(withCallbackData("übergröße/1"));

        statuses(3);
        assertThat(fixture.gateway.received()).allSatisfy(callback -> {
            assertThat(callback.header("X-Hub-Signature-256"))
                    .isEqualTo(MetaSignature.of("sandbox-whatsapp-secret", callback.body()));
            assertThat(callback.text()).matches("\\p{ASCII}*").contains("\\u00fcbergr\\u00f6\\u00dfe\\/1");
        });
    }

    @Test
    void tells_conversation_and_price_when_sent_and_delivered() throws Exception {
        fixture.send(CloudFixture.text("hi"));

        statuses(3);
        var told = fixture.gateway.received();
        assertThat(told.get(0).at(STATUS + "/conversation/expiration_timestamp"))
                .isEqualTo("1772446530");
        assertThat(told.get(0).at(STATUS + "/pricing/category")).isEqualTo("service");
        assertThat(told.get(1).at(STATUS + "/conversation/id"))
                .isNotBlank()
                .isEqualTo(told.get(0).at(STATUS + "/conversation/id"));
        assertThat(told.get(1).at(STATUS + "/conversation/expiration_timestamp"))
                .isEmpty();
        assertThat(told.get(2).at(STATUS + "/pricing/category")).isEmpty();
    }

    @Test
    void repeats_after_every_answer_that_is_not_exactly_200() throws Exception {
        fixture.gateway.willAnswer(201, 204, StandInGateway.NO_ANSWER, 200);

        fixture.send(CloudFixture.text("hi"));

        assertThat(statuses(6)).containsExactly("sent", "sent", "sent", "sent", "delivered", "read");
        assertThat(fixture.gateway.received().subList(0, 4))
                .extracting(Received::text)
                .containsOnly(fixture.gateway.received().getFirst().text());
        assertThat(fixture.cloud.callbacks().subList(0, 4))
                .extracting(HookAttempt::status)
                .containsExactly(OptionalInt.of(201), OptionalInt.of(204), OptionalInt.empty(), OptionalInt.of(200));
    }

    @Test
    void gives_up_in_the_end_and_goes_on_to_the_next_status() throws Exception {
        fixture.gateway.willAnswer(500, 500, 500, 500);

        fixture.send(CloudFixture.text("hi"));

        assertThat(statuses(6)).containsExactly("sent", "sent", "sent", "sent", "delivered", "read");
    }

    @Test
    void reports_a_reaction_as_sent_and_no_more() throws Exception {
        fixture.send("""
                {"messaging_product":"whatsapp","to":"15550100001","type":"reaction",
                 "reaction":{"message_id":"wamid.x","emoji":"👍"}}""");
        fixture.send(CloudFixture.text("after it"));

        assertThat(statuses(4)).containsExactlyInAnyOrder("sent", "sent", "delivered", "read");
    }

    @Test
    void names_the_user_id_where_there_is_no_phone_number() throws Exception {
        fixture.send("""
                {"messaging_product":"whatsapp","recipient":"US.1349","text":{"body":"hi"}}""");

        statuses(3);
        var status = fixture.gateway.received().getFirst().json().at(STATUS);
        assertThat(status.path("recipient_user_id").asText()).isEqualTo("US.1349");
        assertThat(status.has("recipient_id")).isFalse();
    }

    @Test
    void follows_the_plan_even_when_it_is_not_the_natural_order() throws Exception {
        var plan = new StatusPlan(List.of(
                new StatusPlan.Step("read", Duration.ZERO), new StatusPlan.Step("sent", Duration.ofMillis(20))));

        try (var other = new CloudFixture(plan)) {
            other.send(CloudFixture.text("hi"));

            await().until(() -> other.gateway.received().size() == 2);
            assertThat(other.gateway.received())
                    .extracting(callback -> callback.at(STATUS + "/status"))
                    .containsExactly("read", "sent");
        }
    }

    private List<String> statuses(int expected) {
        await().until(() -> fixture.gateway.received().size() == expected);
        return fixture.gateway.received().stream()
                .map(callback -> callback.at(STATUS + "/status"))
                .toList();
    }

    private static String withCallbackData(String data) {
        return CloudFixture.text("hi")
                .replace("{\"messaging", "{\"biz_opaque_callback_data\":\"" + data + "\",\"messaging");
    }
}
