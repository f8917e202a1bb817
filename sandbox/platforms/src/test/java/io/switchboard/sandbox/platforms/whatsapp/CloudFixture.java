package io.switchboard.sandbox.platforms.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.sandbox.platforms.testing.ApiClient;
import io.switchboard.sandbox.platforms.testing.SettableClock;
import io.switchboard.sandbox.platforms.testing.StandInGateway;
import io.switchboard.sandbox.platforms.wire.RetrySchedule;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** A WhatsApp cloud, the gateway it calls, and a business that sends through it. */
final class CloudFixture implements AutoCloseable {

    static final String PATH = "/v25.0/106540352242922/messages";
    static final Map<String, String> AUTH = Map.of("Authorization", "Bearer sandbox-whatsapp-access-token");

    final SettableClock clock = new SettableClock();
    final StandInGateway gateway = new StandInGateway();
    final WhatsAppCloud cloud;
    final ApiClient business;

    CloudFixture(StatusPlan statuses) {
        var settings = WhatsAppSettings.sandbox(gateway.hook())
                .withStatuses(statuses)
                .withRetries(RetrySchedule.doubling(Duration.ofMillis(5), 3));
        cloud = WhatsAppCloud.start(settings, clock);
        business = new ApiClient(cloud.base(), AUTH);
    }

    static String text(String body) {
        return "{\"messaging_product\":\"whatsapp\",\"to\":\"+1 555-010-0001\",\"type\":\"text\",\"text\":{\"body\":\"%s\"}}"
                .formatted(body);
    }

    HttpResponse<String> send(String body) throws IOException, InterruptedException {
        return business.post(PATH, body);
    }

    JsonNode answer(String body) throws IOException, InterruptedException {
        return ApiClient.json(send(body));
    }

    @Override
    public void close() {
        business.close();
        cloud.close();
        gateway.close();
    }
}
