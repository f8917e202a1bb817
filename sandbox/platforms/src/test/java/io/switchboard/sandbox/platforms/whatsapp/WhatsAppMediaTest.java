package io.switchboard.sandbox.platforms.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.sandbox.platforms.demo.DemoCustomer;
import io.switchboard.sandbox.platforms.testing.ApiClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WhatsAppMediaTest {

    private final CloudFixture fixture = new CloudFixture(StatusPlan.silent());

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void gives_a_customers_photo_to_whoever_follows_the_webhook() throws Exception {
        var image = customersPhoto();

        var about =
                ApiClient.json(fixture.business.get("/v25.0/" + image.path("id").asText()));
        var download = fixture.business.download(about.path("url").asText());

        var sha256 = MessageDigest.getInstance("SHA-256").digest(download.body());
        assertThat(download.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(about.path("sha256").asText()).isEqualTo(HexFormat.of().formatHex(sha256));
        assertThat(image.path("sha256").asText()).isEqualTo(Base64.getEncoder().encodeToString(sha256));
        assertThat(about.path("file_size").asInt()).isEqualTo(download.body().length);
        assertThat(about.path("mime_type").asText()).isEqualTo("image/png");
        assertThat(download.body()).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void lets_an_address_live_five_minutes() throws Exception {
        var address = customersPhoto().path("url").asText();

        fixture.clock.advance(Duration.ofMinutes(5));
        assertThat(fixture.business.download(address).statusCode()).isEqualTo(200);

        fixture.clock.advance(Duration.ofSeconds(1));
        assertThat(fixture.business.download(address).statusCode()).isEqualTo(404);
    }

    @Test
    void demands_the_token_for_the_download_too() throws Exception {
        var address = customersPhoto().path("url").asText();

        try (var stranger = new ApiClient(fixture.cloud.base(), Map.of())) {
            assertThat(stranger.download(address).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void does_not_open_to_a_changed_address() throws Exception {
        var address = customersPhoto().path("url").asText();

        assertThat(fixture.business.download(address + "x").statusCode()).isEqualTo(404);
    }

    @Test
    void says_so_when_it_has_no_such_media() throws Exception {
        var refused = fixture.business.get("/v25.0/1234567890123456");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(ApiClient.json(refused).at("/error/error_subcode").asInt()).isEqualTo(33);
    }

    @Test
    void takes_an_upload_that_can_then_be_sent() throws Exception {
        var id = ApiClient.json(upload(part("messaging_product", "whatsapp") + part("type", "text/plain")
                        + "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
                        + "Content-Type: text/plain\r\n\r\nlabel\r\n--cut--\r\n"))
                .path("id")
                .asText();

        var sent = fixture.send(
                "{\"messaging_product\":\"whatsapp\",\"to\":\"15550100001\",\"type\":\"document\",\"document\":{\"id\":\"%s\"}}"
                        .formatted(id));

        assertThat(sent.statusCode()).isEqualTo(200);
        var about = ApiClient.json(fixture.business.get("/v25.0/" + id));
        assertThat(fixture.business.download(about.path("url").asText()).body())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("label");
    }

    @Test
    void refuses_an_upload_without_its_file() throws Exception {
        var refused = upload(part("messaging_product", "whatsapp") + part("type", "text/plain") + "--cut--\r\n");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(ApiClient.json(refused).at("/error/message").asText()).contains("file");
    }

    private HttpResponse<String> upload(String body) throws Exception {
        return fixture.business.post(
                "/v25.0/106540352242922/media",
                "multipart/form-data; boundary=cut",
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static String part(String name, String value) {
        return "--cut\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, value);
    }

    private JsonNode customersPhoto() {
        fixture.cloud.customer(WhatsAppPerson.of(DemoCustomer.ADA)).sendsPhoto("it arrived like this");
        return fixture.gateway.received().getLast().json().at("/entry/0/changes/0/value/messages/0/image");
    }
}
