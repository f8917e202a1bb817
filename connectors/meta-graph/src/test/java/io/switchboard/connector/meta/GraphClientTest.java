package io.switchboard.connector.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.canonical.ConnectionId;
import io.switchboard.canonical.TenantId;
import io.switchboard.connector.Body;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Headers;
import io.switchboard.connector.HttpAnswer;
import io.switchboard.connector.HttpCall;
import io.switchboard.connector.HttpPort;
import io.switchboard.connector.OutboundMessage;
import io.switchboard.connector.Secrets;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphClientTest {

    private static final Secrets SECRETS = Deliveries.secrets("access_token", "token-1");

    private final List<HttpCall> calls = new ArrayList<>();

    @Test
    void calls_the_public_graph_api_unless_told_otherwise() throws IOException {
        client(Map.of(), answering(200, "{}")).get("106540352242922", "messages");

        assertThat(calls.getFirst().uri()).hasToString("https://graph.facebook.com/v25.0/106540352242922/messages");
        assertThat(calls.getFirst().headers()).containsEntry("Authorization", "Bearer token-1");
    }

    @Test
    void calls_where_and_in_which_version_the_connection_says() throws IOException {
        var settings = Map.of("graph_url", "http://localhost:9999/graph/", "graph_version", "v26.0");

        client(settings, answering(200, "{}")).get("a b/..?x");

        assertThat(calls.getFirst().uri()).hasToString("http://localhost:9999/graph/v26.0/a%20b%2F..%3Fx");
    }

    @Test
    void posts_json_in_utf_8() throws IOException {
        client(Map.of(), answering(200, "{}")).post(Map.of("body", "¿qué tal? 👍"), "1", "messages");

        assertThat(calls.getFirst().method()).isEqualTo("POST");
        assertThat(calls.getFirst().headers()).containsEntry("Content-Type", "application/json");
        assertThat(calls.getFirst().body().asText()).isEqualTo("{\"body\":\"¿qué tal? 👍\"}");
    }

    @Test
    void posts_a_text_that_was_cut_inside_a_character() throws IOException {
        client(Map.of(), answering(200, "{}")).post(Map.of("body", "a\ud83d"), "1", "messages");

        assertThat(calls.getFirst().body().asText()).isEqualTo("{\"body\":\"a?\"}");
    }

    @Test
    void uploads_a_file_as_a_form_that_its_name_cannot_break() throws IOException {
        var file = new OutboundMessage.File("in\"voice\r\n.pdf", "text/x\r\nEvil: 1", Body.ofText("%PDF"));

        client(Map.of(), answering(200, "{\"id\":\"9\"}"))
                .upload(Map.of("messaging_product", "whatsapp"), file, "1", "media");

        var call = calls.getFirst();
        var boundary = call.headers().getOrDefault("Content-Type", "").replaceFirst(".*boundary=", "");
        assertThat(call.body().asText())
                .isEqualTo("--" + boundary + "\r\n"
                        + "Content-Disposition: form-data; name=\"messaging_product\"\r\n\r\n"
                        + "whatsapp\r\n"
                        + "--" + boundary + "\r\n"
                        + "Content-Disposition: form-data; name=\"file\"; filename=\"in%22voice%0D%0A.pdf\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n"
                        + "%PDF\r\n"
                        + "--" + boundary + "--\r\n");
    }

    @Test
    void keeps_the_bytes_and_the_media_type_of_a_file() throws IOException {
        var bytes = new byte[] {0, (byte) 0xff, 13, 10};
        var file = new OutboundMessage.File("a.ogg", "audio/ogg; codecs=opus", Body.of(bytes));

        client(Map.of(), answering(200, "{}")).upload(Map.of(), file, "1", "media");

        var sent = new String(calls.getFirst().body().bytes(), StandardCharsets.ISO_8859_1);
        assertThat(sent)
                .contains("Content-Type: audio/ogg; codecs=opus\r\n\r\n"
                        + new String(bytes, StandardCharsets.ISO_8859_1) + "\r\n--");
    }

    @Test
    void reads_an_error_by_code_subcode_and_details() throws IOException {
        var answer = client(Map.of(), answering(400, """
                {"error":{"message":"(#131009) Parameter value is not valid","type":"OAuthException","code":131009,
                 "error_subcode":2494010,"error_data":{"messaging_product":"whatsapp","details":"button is too long"},"fbtrace_id":"A"}}""")).get("1");

        assertThat(answer)
                .isEqualTo(new GraphAnswer.Failure(
                        400,
                        new GraphError(131009, Optional.of(2494010L), Optional.of("button is too long")),
                        Optional.empty()));
    }

    @Test
    void believes_a_waiting_time_within_reason() throws IOException {
        assertThat(waitAskedFor("30")).contains(Duration.ofSeconds(30));
        assertThat(waitAskedFor("999999999")).contains(Duration.ofDays(1));
        assertThat(waitAskedFor("Wed, 21 Oct 2026 07:28:00 GMT")).isEmpty();
        assertThat(waitAskedFor("-1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<html>", "{\"messages\":[", "[]", "\"ok\"", "{\"error\":{}}", "{\"error\":{\"code\":\"x\"}}"
            })
    void does_not_guess_what_an_unreadable_answer_meant(String body) throws IOException {
        assertThat(client(Map.of(), answering(200, body)).get("1"))
                .isEqualTo(new GraphAnswer.Unreadable(200, Optional.empty()));
    }

    @Test
    void passes_on_that_nobody_knows() {
        var client = client(Map.of(), call -> {
            throw new SocketTimeoutException("read");
        });

        assertThatThrownBy(() -> client.get("1")).isInstanceOf(SocketTimeoutException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1&hash=x",
                "https://scontent.xx.fbcdn.net/v/1",
                "http://localhost:9999/files/1"
            })
    void shows_the_token_to_meta_and_to_where_the_graph_api_is(String address) throws IOException {
        var client = client(Map.of("graph_url", "http://localhost:9999"), answering(200, "bytes"));

        assertThat(client.download(URI.create(address), 10)).isPresent();
        assertThat(calls.getFirst().headers()).containsEntry("Authorization", "Bearer token-1");
        assertThat(calls.getFirst().answerLimit()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/lookaside.fbsbx.com",
                "https://evilfbsbx.com/1",
                "http://lookaside.fbsbx.com/1",
                "http://localhost:9998/files/1",
                "https://localhost:9999/files/1",
                "file:///etc/passwd",
                "mailto:a@fbsbx.com",
                "/relative"
            })
    void shows_the_token_to_nobody_else(String address) throws IOException {
        var client = client(Map.of("graph_url", "http://localhost:9999"), answering(200, "bytes"));

        assertThat(client.download(URI.create(address), 10)).isEmpty();
        assertThat(calls).isEmpty();
    }

    @Test
    void calls_nothing_without_a_token_or_an_address() {
        assertThat(GraphClient.of(recording(answering(200, "{}")), connection(Map.of()), Secrets.NONE))
                .isEmpty();
        assertThat(GraphClient.of(recording(answering(200, "{}")), connection(Map.of("graph_url", "ftp://x")), SECRETS))
                .isEmpty();
        assertThat(GraphClient.of(recording(answering(200, "{}")), connection(Map.of("graph_url", "a b")), SECRETS))
                .isEmpty();
    }

    @Test
    void prints_no_details_of_an_error() {
        assertThat(new GraphError(1, Optional.empty(), Optional.of("+16505551234")))
                .hasToString("GraphError[1]");
    }

    private Optional<Duration> waitAskedFor(String header) throws IOException {
        var answer = client(
                        Map.of(),
                        call -> new HttpAnswer(
                                429,
                                Headers.ofSingle(Map.of("Retry-After", header)),
                                Body.ofText("{\"error\":{\"code\":4}}")))
                .get("1");
        return ((GraphAnswer.Failure) answer).retryAfter();
    }

    private GraphClient client(Map<String, String> settings, HttpPort http) {
        return GraphClient.of(recording(http), connection(settings), SECRETS).orElseThrow();
    }

    private HttpPort recording(HttpPort http) {
        return call -> {
            calls.add(call);
            return http.send(call);
        };
    }

    private static HttpPort answering(int status, String body) {
        return call -> new HttpAnswer(status, Headers.NONE, Body.ofText(body));
    }

    private static ConnectionRef connection(Map<String, String> settings) {
        return new ConnectionRef(new TenantId("demo"), new ConnectionId(new UUID(0, 2)), "meta", "shop", "1", settings);
    }
}
