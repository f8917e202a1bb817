package io.switchboard.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.canonical.BlockedReason;
import io.switchboard.canonical.MediaKind;
import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.Part;
import io.switchboard.canonical.Part.Interactive.Choice;
import io.switchboard.canonical.ReturnAddress;
import io.switchboard.connector.Body;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.HttpCall;
import io.switchboard.connector.OutboundMessage;
import io.switchboard.connector.OutboundMessage.Content;
import io.switchboard.connector.OutboundMessage.File;
import io.switchboard.connector.OutboundMessage.Reply;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.SendOutcome;
import io.switchboard.connector.SendOutcome.Accepted;
import io.switchboard.connector.SendOutcome.Deferred;
import io.switchboard.connector.SendOutcome.Refused;
import io.switchboard.connector.SendOutcome.Unconfirmed;
import io.switchboard.connector.testkit.ScriptedHttp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppSenderTest {

    private static final MessageId OURS = MessageId.parse("7b0a6a3e-98a1-5c55-9d2e-0f6f3c1b2a4d");
    private static final String TAKEN =
            "{\"messaging_product\":\"whatsapp\",\"contacts\":[{\"input\":\"1\"}],\"messages\":[{\"id\":\"wamid.NEW\"}]}";
    private static final String FRAME =
            "{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"individual\",\"to\":\"12025550123\","
                    + "\"biz_opaque_callback_data\":\"7b0a6a3e-98a1-5c55-9d2e-0f6f3c1b2a4d\",";
    private static final Map<String, String> ADA = Map.of(
            "phone_number_id", Shop.NUMBER, "to", "12025550123", "recipient", "DE.777", "message_id", "wamid.TEST1");

    private final ScriptedHttp http = new ScriptedHttp();

    @Test
    void sends_a_text_from_the_number_that_was_written_to() {
        http.answers(200, TAKEN);

        assertThat(send(ADA, Reply.text("Grüße"))).isEqualTo(new Accepted(List.of("wamid.NEW")));

        assertThat(call().uri()).hasToString("https://graph.facebook.com/v25.0/100200300400500/messages");
        assertThat(call().headers()).containsEntry("Authorization", "Bearer whatsapp-test-access-token");
        assertThat(sent()).isEqualTo(FRAME + "\"type\":\"text\",\"text\":{\"body\":\"Grüße\",\"preview_url\":false}}");
    }

    @Test
    void carries_our_message_id_within_what_whatsapp_brings_back() {
        assertThat(OURS.toString()).hasSizeLessThanOrEqualTo(512);
    }

    @Test
    void sends_to_the_user_id_of_whom_no_phone_number_is_known() {
        http.answers(200, TAKEN);

        send(Map.of("phone_number_id", Shop.NUMBER, "recipient", "DE.777"), Reply.text("Hello"));

        assertThat(sent()).contains("\"recipient\":\"DE.777\"").doesNotContain("\"to\"");
    }

    @Test
    void sends_to_a_group() {
        http.answers(200, TAKEN);

        send(Map.of("phone_number_id", Shop.NUMBER, "group", "G1"), Reply.text("Hello"));

        assertThat(sent()).contains("\"recipient_type\":\"group\",\"to\":\"G1\"");
    }

    @Test
    void sends_from_the_connections_own_number_when_the_conversation_names_none() {
        http.answers(200, TAKEN);

        send(Map.of("to", "12025550123"), Reply.text("Hello"));

        assertThat(call().uri().getPath()).isEqualTo("/v25.0/" + Shop.NUMBER + "/messages");
    }

    @Test
    void quotes_the_message_that_is_answered() {
        http.answers(200, TAKEN);

        send(
                ADA,
                new Reply(List.of(new Part.Text("That one")), Optional.empty(), Optional.of("wamid.TEST1"), List.of()));

        assertThat(sent()).contains("\"context\":{\"message_id\":\"wamid.TEST1\"}");
    }

    @Test
    void uploads_a_file_and_sends_it_by_its_id() {
        http.answers(200, "{\"id\":\"3001\"}").answers(200, TAKEN);

        var outcome = sendFile(new Part.Media(MediaKind.FILE, 0, Optional.of("Your invoice")), "invoice.pdf");

        assertThat(outcome).isEqualTo(new Accepted(List.of("wamid.NEW")));
        assertThat(http.calls().getFirst().uri().getPath()).isEqualTo("/v25.0/" + Shop.NUMBER + "/media");
        assertThat(http.calls().getFirst().body().asText())
                .contains("name=\"messaging_product\"\r\n\r\nwhatsapp\r\n")
                .contains("name=\"type\"\r\n\r\napplication/pdf\r\n")
                .contains("filename=\"invoice.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF\r\n");
        assertThat(http.calls().getLast().body().asText())
                .endsWith(
                        "\"type\":\"document\",\"document\":{\"id\":\"3001\",\"caption\":\"Your invoice\",\"filename\":\"invoice.pdf\"}}");
    }

    @Test
    void sends_every_kind_of_file_as_what_it_is() {
        assertThat(mediaBody(MediaKind.IMAGE)).endsWith("\"type\":\"image\",\"image\":{\"id\":\"3001\"}}");
        assertThat(mediaBody(MediaKind.VIDEO)).endsWith("\"type\":\"video\",\"video\":{\"id\":\"3001\"}}");
        assertThat(mediaBody(MediaKind.AUDIO)).endsWith("\"type\":\"audio\",\"audio\":{\"id\":\"3001\"}}");
        assertThat(mediaBody(MediaKind.VOICE_NOTE))
                .endsWith("\"type\":\"audio\",\"audio\":{\"id\":\"3001\",\"voice\":true}}");
        assertThat(mediaBody(MediaKind.STICKER)).endsWith("\"type\":\"sticker\",\"sticker\":{\"id\":\"3001\"}}");
    }

    @Test
    void puts_a_text_beside_a_file_below_it() {
        http.answers(200, "{\"id\":\"3001\"}").answers(200, TAKEN);
        var file = new File("zip.jpg", "image/jpeg", Body.ofText("jpeg"));
        var picture = new Part.Media(MediaKind.IMAGE, 0, Optional.empty());

        send(ADA, reply(new Part.Text("Like this?"), picture), List.of(file));

        assertThat(http.calls().getLast().body().asText())
                .endsWith("\"image\":{\"id\":\"3001\",\"caption\":\"Like this?\"}}");
    }

    @Test
    void leaves_nothing_out_silently() {
        assertRefused("several_parts", new Part.Text("one"), new Part.Text("two"));
        assertRefused("several_parts", new Part.Text("words"), new Part.Media(MediaKind.AUDIO, 0, Optional.empty()));
        assertRefused("several_parts", new Part.Media(MediaKind.STICKER, 0, Optional.of("words")));
        assertRefused("several_parts");
        assertRefused("not_supported", new Part.Html("<p>Hello</p>", "Hello"));
        assertRefused("no_file", new Part.Media(MediaKind.IMAGE, 0, Optional.empty()));
        assertThat(http.calls()).isEmpty();
    }

    @Test
    void sends_a_place() {
        assertThat(body(new Part.Location(
                        52.5, 13.4, Optional.of("Shop"), Optional.of("Street 1"), Optional.of("https://x"))))
                .endsWith(
                        "\"type\":\"location\",\"location\":{\"latitude\":52.5,\"longitude\":13.4,\"name\":\"Shop\",\"address\":\"Street 1\"}}");
    }

    @Test
    void sends_a_template_with_and_without_parameters() {
        assertThat(body(new Part.Template("order_shipped", "en_US", List.of("Ada", "7"), "Ada, order 7 is on its way")))
                .endsWith(
                        "\"type\":\"template\",\"template\":{\"name\":\"order_shipped\",\"language\":{\"code\":\"en_US\"},"
                                + "\"components\":[{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",\"text\":\"Ada\"},{\"type\":\"text\",\"text\":\"7\"}]}]}}");
        assertThat(body(new Part.Template("hello_world", "en_US", List.of(), "Hello")))
                .endsWith("\"template\":{\"name\":\"hello_world\",\"language\":{\"code\":\"en_US\"}}}");
    }

    @Test
    void offers_up_to_three_choices_as_buttons() {
        assertThat(body(new Part.Interactive(
                        "buttons", Optional.of("Order 7"), "Is that right?", Optional.of("Thank you"), choices(3))))
                .endsWith(
                        "\"type\":\"interactive\",\"interactive\":{\"type\":\"button\",\"header\":{\"type\":\"text\",\"text\":\"Order 7\"},"
                                + "\"body\":{\"text\":\"Is that right?\"},\"footer\":{\"text\":\"Thank you\"},\"action\":{\"buttons\":["
                                + "{\"type\":\"reply\",\"reply\":{\"id\":\"c1\",\"title\":\"Choice 1\"}},"
                                + "{\"type\":\"reply\",\"reply\":{\"id\":\"c2\",\"title\":\"Choice 2\"}},"
                                + "{\"type\":\"reply\",\"reply\":{\"id\":\"c3\",\"title\":\"Choice 3\"}}]}}}");
    }

    @Test
    void offers_more_choices_as_a_list_under_the_connections_label() {
        http.answers(200, TAKEN);
        var list = new Part.Interactive("buttons", Optional.empty(), "Which?", Optional.empty(), choices(4));

        new WhatsAppSender(http)
                .send(
                        message(ADA, reply(list), List.of()),
                        Shop.connection(Map.of("list_button", "Auswahl")),
                        Shop.SECRETS);

        assertThat(sent())
                .contains("\"type\":\"list\"")
                .contains(
                        "\"action\":{\"button\":\"Auswahl\",\"sections\":[{\"rows\":[{\"id\":\"c1\",\"title\":\"Choice 1\",\"description\":\"no 1\"},");
    }

    @Test
    void sends_a_list_when_a_list_is_asked_for() {
        assertThat(body(new Part.Interactive("list", Optional.empty(), "Which?", Optional.empty(), choices(1))))
                .contains("\"type\":\"list\"")
                .contains("\"button\":\"Options\"");
    }

    @Test
    void reacts_and_takes_the_reaction_back() {
        http.answers(200, TAKEN);

        send(ADA, new OutboundMessage.React("wamid.TEST1", Optional.of("👍")));
        send(ADA, new OutboundMessage.React("wamid.TEST1", Optional.empty()));

        assertThat(http.calls().getFirst().body().asText())
                .endsWith("\"type\":\"reaction\",\"reaction\":{\"message_id\":\"wamid.TEST1\",\"emoji\":\"👍\"}}");
        assertThat(sent()).endsWith("\"reaction\":{\"message_id\":\"wamid.TEST1\",\"emoji\":\"\"}}");
    }

    @Test
    void marks_a_message_as_read() {
        http.answers(200, "{\"success\":true}");

        assertThat(send(ADA, new OutboundMessage.MarkRead("wamid.TEST1"))).isEqualTo(new Accepted(List.of()));
        assertThat(sent()).contains("\"status\":\"read\"", "\"message_id\":\"wamid.TEST1\"");
    }

    @Test
    void calls_nobody_whom_nobody_named() {
        assertThat(send(Map.of("phone_number_id", Shop.NUMBER), Reply.text("Hello")))
                .isEqualTo(SendOutcome.refused("no_recipient", "The conversation names nobody to answer."));
        assertThat(http.calls()).isEmpty();
    }

    @Test
    void asks_to_reconnect_a_connection_without_access() {
        var outcome = new WhatsAppSender(http)
                .send(message(ADA, Reply.text("Hello"), List.of()), Shop.CONNECTION, Secrets.NONE);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.blocks()).contains(BlockedReason.TOKEN_INVALID));
    }

    @Test
    void defers_what_was_certainly_not_sent() {
        http.refusesConnections();

        assertThat(send(ADA, Reply.text("Hello"))).isInstanceOf(Deferred.class);
    }

    @Test
    void leaves_unconfirmed_what_nobody_knows() {
        http.breaksOff();

        assertThat(send(ADA, Reply.text("Hello"))).isInstanceOf(Unconfirmed.class);
        assertThat(http.calls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "{\"messages\":[{\"id\":",
                "{}",
                "{\"messages\":[]}",
                "{\"messages\":{}}",
                "{\"messages\":[{}]}",
                "{\"messages\":[{\"id\":\"\"}]}",
                "{\"success\":true}"
            })
    void leaves_unconfirmed_what_a_200_does_not_explain(String body) {
        http.answers(200, body);

        assertThat(send(ADA, Reply.text("Hello"))).isInstanceOf(Unconfirmed.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 408, 302})
    void leaves_unconfirmed_what_something_on_the_way_answered(int status) {
        http.answers(status, "<html>Bad Gateway</html>");

        assertThat(send(ADA, Reply.text("Hello"))).isInstanceOf(Unconfirmed.class);
    }

    @Test
    void believes_a_refusal_of_the_request_itself() {
        http.answers(413, "<html>Too large</html>").answers(429, Map.of("Retry-After", "7"), "");

        assertThat(send(ADA, Reply.text("Hello"))).isInstanceOf(Refused.class);
        assertThat(send(ADA, Reply.text("Hello")))
                .isInstanceOfSatisfying(
                        Deferred.class,
                        deferred -> assertThat(deferred.retryAfter()).hasSeconds(7));
    }

    @Test
    void defers_a_message_whose_file_could_not_be_uploaded_whatever_happened() {
        http.breaksOff()
                .answers(200, "{}")
                .answers(502, "<html>")
                .answers(500, "{\"error\":{\"code\":131000}}")
                .refusesConnections();

        IntStream.range(0, 5)
                .forEach(attempt -> assertThat(sendFile(new Part.Media(MediaKind.IMAGE, 0, Optional.empty()), "a.png"))
                        .isInstanceOf(Deferred.class));
        assertThat(http.calls()).hasSize(5);
    }

    @Test
    void refuses_a_message_whose_file_is_too_large_for_anything_on_the_way() {
        http.answers(413, "<html>Too large</html>");

        assertThat(sendFile(new Part.Media(MediaKind.IMAGE, 0, Optional.empty()), "a.png"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void refuses_a_message_whose_file_whatsapp_does_not_take() {
        http.answers(400, "{\"error\":{\"code\":131053,\"error_data\":{\"details\":\"image/tiff is not supported\"}}}");

        assertThat(sendFile(new Part.Media(MediaKind.IMAGE, 0, Optional.empty()), "a.tiff"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason().explanation())
                                .endsWith("WhatsApp says: image/tiff is not supported"));
    }

    private static List<Choice> choices(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Choice("c" + i, "Choice " + i, Optional.of("no " + i)))
                .toList();
    }

    private void assertRefused(String code, Part... parts) {
        assertThat(send(ADA, reply(parts)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason().code()).isEqualTo(code));
    }

    private String mediaBody(MediaKind kind) {
        http.answers(200, "{\"id\":\"3001\"}").answers(200, TAKEN);
        sendFile(new Part.Media(kind, 0, Optional.empty()), "file");
        return sent();
    }

    private SendOutcome sendFile(Part.Media media, String name) {
        return send(ADA, reply(media), List.of(new File(name, "application/pdf", Body.ofText("%PDF"))));
    }

    private String body(Part part) {
        http.answers(200, TAKEN);
        assertThat(send(ADA, reply(part))).isEqualTo(new Accepted(List.of("wamid.NEW")));
        return sent();
    }

    private static Reply reply(Part... parts) {
        return new Reply(List.of(parts), Optional.empty(), Optional.empty(), List.of());
    }

    private SendOutcome send(Map<String, String> to, Content content) {
        return send(to, content, List.of());
    }

    private SendOutcome send(Map<String, String> to, Content content, List<File> files) {
        ConnectionRef connection = Shop.CONNECTION;
        return new WhatsAppSender(http).send(message(to, content, files), connection, Shop.SECRETS);
    }

    private static OutboundMessage message(Map<String, String> to, Content content, List<File> files) {
        return new OutboundMessage(OURS, new ReturnAddress(to), content, files);
    }

    private HttpCall call() {
        return http.calls().getLast();
    }

    private String sent() {
        return call().body().asText();
    }
}
