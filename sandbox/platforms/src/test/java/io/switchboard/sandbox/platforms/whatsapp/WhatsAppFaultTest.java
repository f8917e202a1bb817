package io.switchboard.sandbox.platforms.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.switchboard.sandbox.platforms.testing.ApiClient;
import io.switchboard.sandbox.platforms.testing.RawHttp;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatsAppFaultTest {

    private final CloudFixture fixture = new CloudFixture(StatusPlan.immediate());

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void resets_the_connection_after_accepting() {
        fixture.cloud.failNext(new Fault.ResetAfterAccept());

        assertThatThrownBy(this::raw).isInstanceOf(SocketException.class).hasMessageContaining("reset");
        assertThat(fixture.cloud.sent()).hasSize(1);
    }

    @Test
    void resets_the_connection_before_accepting() {
        fixture.cloud.failNext(new Fault.ResetBeforeAccept());

        assertThatThrownBy(this::raw).isInstanceOf(SocketException.class).hasMessageContaining("reset");
        assertThat(fixture.cloud.sent()).isEmpty();
    }

    @Test
    void closes_in_order_without_a_byte() throws IOException {
        fixture.cloud.failNext(new Fault.EmptyResponse());

        assertThat(raw()).isEmpty();
        assertThat(fixture.cloud.sent()).hasSize(1);
    }

    @Test
    void answers_200_with_an_empty_body() throws IOException {
        fixture.cloud.failNext(new Fault.EmptyBody());

        assertThat(raw()).startsWith("HTTP/1.1 200").doesNotContain("wamid").endsWith("\r\n\r\n");
        assertThat(fixture.cloud.sent()).hasSize(1);
    }

    @Test
    void accepts_at_once_and_answers_slowly() throws Exception {
        fixture.cloud.failNext(new Fault.Slow(Duration.ofMillis(700)));
        var request = HttpRequest.newBuilder(URI.create(fixture.cloud.base() + CloudFixture.PATH))
                .header("Authorization", CloudFixture.AUTH.get("Authorization"))
                .POST(HttpRequest.BodyPublishers.ofString(CloudFixture.text("hi")))
                .build();

        try (var http = HttpClient.newHttpClient()) {
            var pending = http.sendAsync(request, BodyHandlers.ofString());

            await().until(() -> fixture.cloud.sent().size() == 1);
            assertThat(pending).isNotDone();
            assertThat(pending.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void dies_in_the_middle_of_a_call() throws Exception {
        fixture.cloud.failNext(new Fault.Slow(Duration.ofMinutes(1)));
        try (var caller = Executors.newSingleThreadExecutor()) {
            var pending = caller.submit(() -> fixture.send(CloudFixture.text("hi")));
            await().until(() -> fixture.cloud.sent().size() == 1);

            fixture.cloud.close();

            assertThat(pending)
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "131047, 400, Re-engagement message",
        "131056, 400, Pair rate limit hit",
        "190, 401, Access token has expired",
        "131016, 500, Service unavailable",
        "987654, 400, Error 987654",
    })
    void refuses_with_the_code_and_the_documented_envelope(int code, int status, String title) throws Exception {
        fixture.cloud.failNext(new Fault.ErrorCode(code));

        var refused = fixture.send(CloudFixture.text("hi"));

        var error = ApiClient.json(refused).path("error");
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(error.path("message").asText()).isEqualTo("(#%d) %s".formatted(code, title));
        assertThat(error.path("type").asText()).isEqualTo("OAuthException");
        assertThat(error.path("code").asInt()).isEqualTo(code);
        assertThat(error.at("/error_data/messaging_product").asText()).isEqualTo("whatsapp");
        assertThat(error.at("/error_data/details").asText()).isNotBlank();
        assertThat(error.path("fbtrace_id").asText()).isNotBlank();
        assertThat(fixture.cloud.sent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"429, 130429", "500, 2", "503, 2"})
    void refuses_with_an_http_status(int status, int code) throws Exception {
        fixture.cloud.failNext(new Fault.HttpStatus(status));

        var refused = fixture.send(CloudFixture.text("hi"));

        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(ApiClient.json(refused).at("/error/code").asInt()).isEqualTo(code);
    }

    @Test
    void fails_as_often_as_asked_and_then_goes_well() throws Exception {
        fixture.cloud.failNext(2, new Fault.HttpStatus(500));

        assertThat(fixture.send(CloudFixture.text("1")).statusCode()).isEqualTo(500);
        assertThat(fixture.send(CloudFixture.text("2")).statusCode()).isEqualTo(500);
        assertThat(fixture.send(CloudFixture.text("3")).statusCode()).isEqualTo(200);
    }

    @Test
    void recovers_when_told_to() throws Exception {
        fixture.cloud.failNext(5, new Fault.ResetBeforeAccept());
        fixture.cloud.recover();

        assertThat(fixture.send(CloudFixture.text("hi")).statusCode()).isEqualTo(200);
    }

    @Test
    void accepts_nothing_that_it_would_refuse_even_when_it_resets() throws Exception {
        fixture.cloud.failNext(new Fault.ResetAfterAccept());

        assertThat(fixture.send("{}").statusCode()).isEqualTo(400);
        assertThat(fixture.cloud.sent()).isEmpty();
    }

    @Test
    void fails_later_with_one_status_that_says_why() throws Exception {
        fixture.cloud.failNext(new Fault.FailsLater(131026));

        assertThat(fixture.send(CloudFixture.text("hi")).statusCode()).isEqualTo(200);

        await().until(() -> fixture.gateway.received().size() == 1);
        var status = fixture.gateway.received().getFirst().json().at("/entry/0/changes/0/value/statuses/0");
        assertThat(status.path("status").asText()).isEqualTo("failed");
        assertThat(status.at("/errors/0/code").asInt()).isEqualTo(131026);
        assertThat(status.at("/errors/0/error_data/details").asText()).isNotBlank();
        assertThat(fixture.cloud.callbacks()).hasSize(1);
    }

    private String raw() throws IOException {
        return RawHttp.post(fixture.cloud.base(), CloudFixture.PATH, CloudFixture.AUTH, CloudFixture.text("hi"));
    }
}
