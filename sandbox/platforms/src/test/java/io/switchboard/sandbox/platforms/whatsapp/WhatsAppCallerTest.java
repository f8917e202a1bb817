package io.switchboard.sandbox.platforms.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.sandbox.platforms.demo.DemoCustomer;
import io.switchboard.sandbox.platforms.wire.Json;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WhatsAppCallerTest {

    private static final WhatsAppPerson ADA = WhatsAppPerson.of(DemoCustomer.ADA);
    private static final WhatsAppPerson HIDDEN =
            WhatsAppPerson.withUsername("Sheena", "@realsheena", "US.13491208655302741918");

    private final CloudFixture fixture = new CloudFixture(StatusPlan.silent());
    private final WhatsAppCaller caller = fixture.cloud.caller();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void shakes_hands_with_the_verify_token() {
        var answer = caller.handshake();

        var asked = fixture.gateway.received().getFirst();
        assertThat(asked.method()).isEqualTo("GET");
        assertThat(asked.uri().getQuery())
                .isEqualTo("hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=sandbox-whatsapp-token");
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void delivers_what_a_customer_says_signed_and_returns_the_answer() {
        fixture.gateway.willAnswer(503);

        var posted =
                fixture.cloud.customer(WhatsAppPerson.of(DemoCustomer.JUERGEN)).says("Wo ist mein Päckchen?");

        var request = fixture.gateway.received().getFirst();
        assertThat(posted.status()).isEqualTo(503);
        assertThat(posted.body()).isEqualTo("stand-in says 503");
        assertThat(request.header("Content-Type")).isEqualTo("application/json");
        assertThat(request.header("X-Hub-Signature-256"))
                .isEqualTo(MetaSignature.of("sandbox-whatsapp-secret", request.body()));
        assertThat(request.text()).matches("\\p{ASCII}*").contains("J\\u00fcrgen");
        var value = request.json().at("/entry/0/changes/0/value");
        assertThat(value.at("/contacts/0/profile/name").asText()).isEqualTo("Jürgen Möller");
        assertThat(value.at("/contacts/0/wa_id").asText()).isEqualTo("4930555010003");
        assertThat(value.at("/messages/0/id").asText()).isEqualTo(posted.wamid());
        assertThat(value.at("/messages/0/from").asText()).isEqualTo("4930555010003");
        assertThat(value.at("/messages/0/timestamp"))
                .isEqualTo(Json.object().put("t", "1772360130").get("t"));
        assertThat(value.at("/messages/0/text/body").asText()).isEqualTo("Wo ist mein Päckchen?");
    }

    @Test
    void quotes_the_message_whose_button_was_tapped() {
        fixture.cloud.customer(ADA).taps("wamid.question", "yes", "Yes, please");

        var message = fixture.gateway.received().getFirst().json().at("/entry/0/changes/0/value/messages/0");
        assertThat(message.at("/context/id").asText()).isEqualTo("wamid.question");
        assertThat(message.at("/interactive/button_reply/title").asText()).isEqualTo("Yes, please");
    }

    @Test
    void redelivers_the_very_same_bytes() {
        var posted = fixture.cloud.customer(ADA).says("once");

        caller.post(posted.payload());

        var received = fixture.gateway.received();
        assertThat(received.get(1).body()).isEqualTo(received.get(0).body());
    }

    @Test
    void keeps_a_signature_that_does_not_fit_when_the_body_is_changed() {
        var signed = caller.signed(caller.payload(List.of(caller.messages().text(ADA, "pay 10"))));

        caller.post(signed.withBody(signed.bodyText().replace("10", "99").getBytes(StandardCharsets.UTF_8)));
        caller.post(signed.withoutHeader(MetaSignature.HEADER));

        var changed = fixture.gateway.received().get(0);
        assertThat(changed.header(MetaSignature.HEADER))
                .isNotEmpty()
                .isNotEqualTo(MetaSignature.of("sandbox-whatsapp-secret", changed.body()));
        assertThat(fixture.gateway.received().get(1).header(MetaSignature.HEADER))
                .isEmpty();
    }

    @Test
    void shows_no_phone_number_of_somebody_with_a_username() {
        fixture.cloud.customer(HIDDEN).says("hi");

        var value = fixture.gateway.received().getFirst().json().at("/entry/0/changes/0/value");
        assertThat(value.at("/messages/0").has("from")).isFalse();
        assertThat(value.at("/contacts/0").has("wa_id")).isFalse();
        assertThat(value.at("/messages/0/from_user_id").asText()).isEqualTo("US.13491208655302741918");
        assertThat(value.at("/contacts/0/user_id").asText()).isEqualTo("US.13491208655302741918");
        assertThat(value.at("/contacts/0/profile/username").asText()).isEqualTo("@realsheena");
    }

    @Test
    void writes_every_documented_type_with_an_object_of_its_name() {
        var all = everyType().toList();

        assertThat(all)
                .extracting(InboundMessage::type)
                .containsExactly(
                        "text",
                        "image",
                        "video",
                        "audio",
                        "document",
                        "sticker",
                        "location",
                        "contacts",
                        "button",
                        "interactive",
                        "interactive",
                        "interactive",
                        "order",
                        "reaction",
                        "reaction",
                        "system",
                        "system",
                        "edit",
                        "revoke");
        assertThat(all).allSatisfy(message -> {
            assertThat(message.json().has(message.type())).isTrue();
            assertThat(message.wamid()).startsWith("wamid.");
        });
        assertThat(all).extracting(InboundMessage::wamid).doesNotHaveDuplicates();
    }

    @Test
    void writes_the_details_that_differ_between_types() {
        var messages = everyType().toList();

        assertThat(at(messages, "audio").path("voice").asBoolean()).isTrue();
        assertThat(at(messages, "document").path("filename").asText()).isEqualTo("label.pdf");
        assertThat(at(messages, "order").at("/product_items/0/item_price").decimalValue())
                .isEqualByComparingTo("14.50");
        assertThat(messages.get(11)
                        .json()
                        .at("/interactive/nfm_reply/response_json")
                        .asText())
                .isEqualTo("{\"size\":\"L\"}");
        assertThat(messages.get(13).json().at("/reaction/emoji").asText()).isEqualTo("👍");
        assertThat(messages.get(14).json().path("reaction").has("emoji")).isFalse();
        assertThat(at(messages, "edit").at("/message/text/body").asText()).isEqualTo("new");
        assertThat(at(messages, "revoke").path("original_message_id").asText()).isEqualTo("wamid.x");
    }

    @Test
    void tells_why_it_cannot_carry_a_message() {
        var message = caller.messages().unsupported(ADA).json();

        assertThat(message.path("type").asText()).isEqualTo("unsupported");
        assertThat(message.at("/errors/0/code").asInt()).isEqualTo(131051);
    }

    @Test
    void adds_quotation_forwarding_and_advertisement() {
        var text = caller.messages().text(ADA, "hi");

        assertThat(text.quoting("wamid.q", Optional.of("15550100100"))
                        .json()
                        .at("/context/id")
                        .asText())
                .isEqualTo("wamid.q");
        assertThat(text.forwarded().json().at("/context/forwarded").asBoolean()).isTrue();
        assertThat(text.fromAdvertisement("120", "Sale")
                        .json()
                        .at("/referral/source_type")
                        .asText())
                .isEqualTo("ad");
        assertThat(text.json().has("context")).isFalse();
    }

    @Test
    void packs_two_entries_of_two_changes_of_three_messages_and_four_statuses() {
        var batch = Json.readObject(caller.batch(2, 2, 3, 4).body()).orElseThrow();

        int messages = 0;
        int statuses = 0;
        for (var entry : batch.path("entry")) {
            for (var change : entry.path("changes")) {
                messages += change.at("/value/messages").size();
                statuses += change.at("/value/statuses").size();
            }
        }
        assertThat(batch.path("entry")).hasSize(2);
        assertThat(messages).isEqualTo(12);
        assertThat(statuses).isEqualTo(16);
        assertThat(messages + statuses).isEqualTo(28);
        assertThat(batch.findValuesAsText("id").stream().filter(id -> id.startsWith("wamid.")))
                .hasSize(28)
                .doesNotHaveDuplicates();
    }

    @Test
    void closes_its_port() {
        var base = fixture.cloud.base();

        fixture.cloud.close();

        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), base.getPort()))
                .isInstanceOf(ConnectException.class);
    }

    private Stream<InboundMessage> everyType() {
        var media = caller.media();
        var write = caller.messages();
        var pdf = "%PDF-1.4".getBytes(StandardCharsets.US_ASCII);
        return Stream.of(
                write.text(ADA, "hi"),
                media.photo(ADA, "look"),
                media.video(ADA, ""),
                media.voice(ADA),
                media.document(ADA, "label.pdf", "application/pdf", pdf),
                media.sticker(ADA),
                write.location(ADA, 52.5, 13.4, "Berlin"),
                write.contacts(ADA, "Grace", "15550100002"),
                write.button(ADA, "Yes", "YES"),
                write.buttonReply(ADA, "1", "Yes"),
                write.listReply(ADA, "2", "Large", "Size L"),
                write.formReply(ADA, Json.object().put("size", "L")),
                write.order(ADA, "cat-1", "MUG-BLUE", new BigDecimal("14.50")),
                write.reaction(ADA, "wamid.x", "👍"),
                write.reactionRemoved(ADA, "wamid.x"),
                write.numberChanged(ADA, "15550109999"),
                write.userIdChanged(HIDDEN, "US.2"),
                write.edit(ADA, "wamid.x", "new"),
                write.revoke(ADA, "wamid.x"));
    }

    private static JsonNode at(List<InboundMessage> messages, String type) {
        return messages.stream()
                .filter(message -> message.type().equals(type))
                .findFirst()
                .orElseThrow()
                .json()
                .path(type);
    }
}
