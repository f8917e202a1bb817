package io.switchboard.sandbox.platforms.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.sandbox.platforms.testing.ApiClient;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppSendTest {

    private final CloudFixture fixture = new CloudFixture(StatusPlan.silent());

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void accepts_a_text_and_tells_its_id() throws Exception {
        var answer = fixture.answer("""
                {"messaging_product":"whatsapp","recipient_type":"individual","to":"+1 555-010-0001","type":"text",
                 "text":{"body":"Grüße"},"context":{"message_id":"wamid.quoted"},"biz_opaque_callback_data":"ours-1"}""");

        var sent = fixture.cloud.sent().getFirst();
        assertThat(answer.at("/messaging_product").asText()).isEqualTo("whatsapp");
        assertThat(answer.at("/contacts/0/input").asText()).isEqualTo("+1 555-010-0001");
        assertThat(answer.at("/contacts/0/wa_id").asText()).isEqualTo("15550100001");
        assertThat(answer.at("/messages/0/id").asText()).startsWith("wamid.").isEqualTo(sent.wamid());
        assertThat(sent.text()).isEqualTo("Grüße");
        assertThat(sent.contextId()).contains("wamid.quoted");
        assertThat(sent.callbackData()).contains("ours-1");
        assertThat(sent.toString()).doesNotContain("Gr", "555");
    }

    @Test
    void accepts_a_user_id_in_place_of_a_phone_number() throws Exception {
        var answer = fixture.answer("""
                {"messaging_product":"whatsapp","recipient":"US.13491208655302741918","text":{"body":"hi"}}""");

        assertThat(answer.at("/contacts/0/user_id").asText()).isEqualTo("US.13491208655302741918");
        assertThat(answer.at("/contacts/0").has("wa_id")).isFalse();
        assertThat(fixture.cloud.sent().getFirst().to()).isEmpty();
        assertThat(fixture.cloud.sent().getFirst().recipient()).contains("US.13491208655302741918");
    }

    @Test
    void knows_no_idempotency() throws Exception {
        fixture.send(CloudFixture.text("twice"));
        fixture.send(CloudFixture.text("twice"));

        assertThat(fixture.cloud.sent())
                .hasSize(2)
                .extracting(SentMessage::wamid)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            template    | {"name":"order_update","language":{"code":"de"},"components":[]}                 | order_update
            image       | {"link":"https://shop.example/a.png","caption":"look"}                           | look
            reaction    | {"message_id":"wamid.x","emoji":"👍"}                                            | 👍
            location    | {"latitude":52.5,"longitude":13.4}                                               | ''
            contacts    | [{"name":{"formatted_name":"Ada"}}]                                              | ''
            interactive | {"type":"button","body":{"text":"Yes?"},"action":{"buttons":[]}}                 | Yes?
            """)
    void accepts_every_type_of_message(String type, String content, String readable) throws Exception {
        var response =
                fixture.send("{\"messaging_product\":\"whatsapp\",\"to\":\"15550100001\",\"type\":\"%s\",\"%s\":%s}"
                        .formatted(type, type, content));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(fixture.cloud.sent().getFirst().type()).isEqualTo(type);
        assertThat(fixture.cloud.sent().getFirst().text()).isEqualTo(readable);
    }

    @Test
    void tells_the_state_of_a_template_only() throws Exception {
        var template = fixture.answer("""
                {"messaging_product":"whatsapp","to":"15550100001","type":"template",
                 "template":{"name":"hello","language":{"code":"en_US"}}}""");
        var text = fixture.answer(CloudFixture.text("hello"));

        assertThat(template.at("/messages/0/message_status").asText()).isEqualTo("accepted");
        assertThat(text.at("/messages/0").has("message_status")).isFalse();
    }

    @Test
    void notes_a_read_mark() throws Exception {
        var answer = fixture.answer("""
                {"messaging_product":"whatsapp","status":"read","message_id":"wamid.inbound"}""");

        assertThat(answer.path("success").asBoolean()).isTrue();
        assertThat(fixture.cloud.readMarks()).containsExactly("wamid.inbound");
        assertThat(fixture.cloud.sent()).isEmpty();
    }

    @Test
    void takes_4096_characters_and_not_one_more() throws Exception {
        assertThat(fixture.send(CloudFixture.text("x".repeat(4096))).statusCode())
                .isEqualTo(200);

        var refused = fixture.send(CloudFixture.text("x".repeat(4097)));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(ApiClient.json(refused).at("/error/code").asInt()).isEqualTo(100);
        assertThat(fixture.cloud.sent()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            not json                                                                                     | 100
            []                                                                                           | 100
            {"to":"15550100001","text":{"body":"no product"}}                                            | 100
            {"messaging_product":"whatsapp","text":{"body":"to nobody"}}                                 | 100
            {"messaging_product":"whatsapp","to":"abc","text":{"body":"x"}}                              | 100
            {"messaging_product":"whatsapp","recipient":"15550100001","text":{"body":"x"}}               | 100
            {"messaging_product":"whatsapp","to":"15550100001","text":{"body":" "}}                      | 100
            {"messaging_product":"whatsapp","to":"15550100001","type":"fax","fax":{}}                    | 100
            {"messaging_product":"whatsapp","to":"15550100001","type":"image","image":{}}                | 100
            {"messaging_product":"whatsapp","to":"15550100001","type":"image","image":{"link":"file:x"}} | 100
            {"messaging_product":"whatsapp","to":"15550100001","type":"image","image":{"id":"1"}}        | 131009
            {"messaging_product":"whatsapp","to":"15550100001","type":"template","template":{}}          | 131008
            {"messaging_product":"whatsapp","to":"15550100001","type":"reaction","reaction":{}}          | 131008
            {"messaging_product":"whatsapp","status":"read"}                                             | 100
            """)
    void refuses_what_the_documentation_refuses(String body, int code) throws Exception {
        var refused = fixture.send(body);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(ApiClient.json(refused).at("/error/code").asInt()).isEqualTo(code);
        assertThat(fixture.cloud.sent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong", "sandbox-whatsapp-access-token", "Bearer"})
    void refuses_every_other_token(String authorization) throws Exception {
        try (var stranger = new ApiClient(fixture.cloud.base(), Map.of("Authorization", authorization))) {
            var refused = stranger.post(CloudFixture.PATH, CloudFixture.text("hi"));

            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(ApiClient.json(refused).at("/error/code").asInt()).isEqualTo(190);
        }
    }

    @Test
    void knows_one_number_only() throws Exception {
        var refused = fixture.business.post("/v25.0/999/messages", CloudFixture.text("hi"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(ApiClient.json(refused).at("/error/error_subcode").asInt()).isEqualTo(33);
    }

    @Test
    void answers_unknown_paths_as_the_graph_does() throws Exception {
        var refused = fixture.business.post("/v25.0/106540352242922/unheard_of", "{}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(ApiClient.json(refused).at("/error/type").asText()).isEqualTo("GraphMethodException");
    }

    @Test
    void tells_the_display_number() throws Exception {
        var answer = ApiClient.json(fixture.business.get("/v25.0/106540352242922"));

        assertThat(answer.path("display_phone_number").asText()).isEqualTo("+1 555 010 0100");
    }

    @Test
    void gives_the_same_ids_for_the_same_seed() throws IOException, InterruptedException {
        fixture.send(CloudFixture.text("one"));

        try (var again = new CloudFixture(StatusPlan.silent())) {
            again.send(CloudFixture.text("one"));
            assertThat(again.cloud.sent()).isEqualTo(fixture.cloud.sent());
        }
    }

    @Test
    void names_the_port_that_is_taken() {
        var settings = WhatsAppSettings.sandbox(fixture.gateway.hook())
                .withPort(fixture.cloud.base().getPort());

        assertThatThrownBy(() -> WhatsAppCloud.start(settings, fixture.clock))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("port " + settings.port());
    }
}
