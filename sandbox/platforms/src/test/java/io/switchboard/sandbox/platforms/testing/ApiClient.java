package io.switchboard.sandbox.platforms.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.sandbox.platforms.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Calls a simulated API as a merchant's software would. */
public final class ApiClient implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final Map<String, String> headers;

    public ApiClient(URI base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    public HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return http.send(
                request(base + path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    public HttpResponse<String> post(String path, String contentType, byte[] body)
            throws IOException, InterruptedException {
        return http.send(
                request(base + path)
                        .header("Content-Type", contentType)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(base + path).build(), BodyHandlers.ofString());
    }

    public HttpResponse<byte[]> download(String address) throws IOException, InterruptedException {
        return http.send(request(address).build(), BodyHandlers.ofByteArray());
    }

    public static JsonNode json(HttpResponse<String> response) {
        return Json.readObject(response.body()).orElseThrow();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpRequest.Builder request(String address) {
        var request = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(20));
        headers.forEach(request::header);
        return request;
    }
}
