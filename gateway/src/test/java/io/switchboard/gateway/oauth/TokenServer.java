package io.switchboard.gateway.oauth;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.switchboard.canonical.HealthState;
import io.switchboard.connector.Body;
import io.switchboard.connector.Headers;
import io.switchboard.connector.HttpAnswer;
import io.switchboard.connector.HttpCall;
import io.switchboard.connector.HttpPort;
import io.switchboard.connector.Secret;
import io.switchboard.gateway.connections.Connection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** A token endpoint on loopback: says what a test wants, and remembers every question. */
public final class TokenServer implements AutoCloseable {

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> health = new CopyOnWriteArrayList<>();
    private final List<String> renewed = new CopyOnWriteArrayList<>();
    private final Queue<String> turns = new ConcurrentLinkedQueue<>();
    private volatile int status = 200;
    private volatile String answer = "";
    private volatile Duration thinking = Duration.ZERO;

    public TokenServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/token", this::answer);
        server.start();
        grants("token-1", 3600);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/token";
    }

    /** @param seconds it is valid */
    public void grants(String token, int seconds) {
        says(200, "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":" + seconds + "}");
    }

    /** Another one for each question, the last one from then on. */
    public void grantsInTurn(String... tokens) {
        turns.addAll(List.of(tokens));
    }

    public void says(int newStatus, String newAnswer) {
        status = newStatus;
        answer = newAnswer;
    }

    void thinks(Duration time) {
        thinking = time;
    }

    /** The forms that were posted. */
    public List<String> asked() {
        return asked;
    }

    /** What was reported of connections. */
    public List<String> health() {
        return health;
    }

    List<String> renewed() {
        return renewed;
    }

    /** Tokens of connections whose token endpoint this is. */
    public AccessTokens tokens(Clock clock) {
        return new AccessTokens(
                new TokenEndpoint(new PlainHttp(), new ObjectMapper()), clock, new AccessTokens.Reports() {
                    @Override
                    public void health(Connection connection, HealthState state, String reason) {
                        health.add(state + " " + reason);
                    }

                    @Override
                    public void renewed(Connection connection, Secret refreshToken) {
                        renewed.add(refreshToken.reveal());
                    }
                });
    }

    /** Of connections that have none. */
    public static AccessTokens none() {
        return new AccessTokens(
                new TokenEndpoint(new PlainHttp(), new ObjectMapper()), Clock.systemUTC(), new AccessTokens.Reports() {
                    @Override
                    public void health(Connection connection, HealthState state, String reason) {
                        throw new IllegalStateException("nobody has a token");
                    }

                    @Override
                    public void renewed(Connection connection, Secret refreshToken) {
                        throw new IllegalStateException("nobody has a token");
                    }
                });
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            LockSupport.parkNanos(thinking.toNanos());
            var next = turns.poll();
            if (next != null) {
                grants(next, 3600);
            }
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static final class PlainHttp implements HttpPort {

        @Override
        public HttpAnswer send(HttpCall call) throws IOException {
            var request = HttpRequest.newBuilder(call.uri())
                    .method(
                            call.method(),
                            HttpRequest.BodyPublishers.ofByteArray(call.body().bytes()));
            call.headers().forEach(request::header);
            try (var client = HttpClient.newHttpClient()) {
                var response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
                return new HttpAnswer(response.statusCode(), Headers.of(Map.of()), Body.of(response.body()));
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new IOException(stopping);
            }
        }
    }
}
