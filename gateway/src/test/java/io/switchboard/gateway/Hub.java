package io.switchboard.gateway;

import io.switchboard.canonical.TenantId;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Secret;
import io.switchboard.gateway.connections.ConnectionProvisioning;
import io.switchboard.sandbox.infrastructure.TestInfrastructure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The gateway, started once per JVM, and the outside's way to it. */
public final class Hub {

    public static final String SECRET = "test-secret";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ConfigurableApplicationContext APPLICATION = start();

    private Hub() {}

    public static <T> T bean(Class<T> type) {
        return APPLICATION.getBean(type);
    }

    public static String url(String path) {
        return "http://127.0.0.1:" + APPLICATION.getEnvironment().getProperty("local.server.port") + path;
    }

    /** A connection of its own for a test, with {@link #SECRET} under every given secret name. */
    public static ConnectionRef connect(
            String connector, String name, String account, Map<String, String> settings, String... secrets) {
        return connect(new TenantId("test"), connector, name, account, settings, secrets);
    }

    /** The same for a merchant of its own. */
    public static ConnectionRef connect(
            TenantId tenant,
            String connector,
            String name,
            String account,
            Map<String, String> settings,
            String... secrets) {
        var values = java.util.Arrays.stream(secrets).collect(Collectors.toMap(s -> s, s -> Secret.of(SECRET)));
        var provisioning = bean(ConnectionProvisioning.class);
        var ref = provisioning.connect(tenant, connector, name, account, settings, values);
        provisioning.publish();
        return ref;
    }

    public static ConnectionRef whatsApp(String name) {
        return connect("whatsapp", name, "pn-" + name, Map.of(), "app_secret", "verify_token", "access_token");
    }

    public static ConnectionRef shopify(String name) {
        return connect("shopify", name, name + ".myshopify.com", Map.of(), "client_secret");
    }

    public static HttpResponse<String> post(String path, byte[] body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(url(path))).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return send(request);
    }

    public static HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url(path))));
    }

    public static HttpResponse<String> whatsApp(ConnectionRef connection, String json) {
        var body = json.getBytes(StandardCharsets.UTF_8);
        return post("/hooks/whatsapp/" + connection.name(), body, Map.of("X-Hub-Signature-256", signature(body)));
    }

    /** What WhatsApp sends as {@code X-Hub-Signature-256}. */
    public static String signature(byte[] body) {
        return "sha256=" + HexFormat.of().formatHex(hmac(body));
    }

    public static HttpResponse<String> shopify(ConnectionRef connection, String topic, String eventId, String json) {
        var body = json.getBytes(StandardCharsets.UTF_8);
        return post(
                "/hooks/shopify/" + connection.name(),
                body,
                Map.of(
                        "X-Shopify-Hmac-Sha256",
                        Base64.getEncoder().encodeToString(hmac(body)),
                        "X-Shopify-Topic",
                        topic,
                        "X-Shopify-Shop-Domain",
                        connection.account(),
                        "X-Shopify-Event-Id",
                        eventId,
                        "X-Shopify-Webhook-Id",
                        "webhook-" + eventId,
                        "Content-Type",
                        "application/json"));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static byte[] hmac(byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ConfigurableApplicationContext start() {
        var database = TestInfrastructure.freshDatabase();
        var scratch = Path.of("target", "hub-" + ProcessHandle.current().pid()).toAbsolutePath();
        var application = new SpringApplicationBuilder(GatewayApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + database.jdbcUrl(),
                        "--spring.datasource.username=" + database.user(),
                        "--switchboard.journal.bootstrap-servers="
                                + TestInfrastructure.kafka().bootstrapServers(),
                        "--switchboard.journal.blobs=" + scratch.resolve("blobs"),
                        "--switchboard.connections.key-file=" + scratch.resolve("keyset.json"),
                        "--switchboard.connections.create-key=true",
                        "--switchboard.replies.first-retry=200ms",
                        "--switchboard.edge.port=0",
                        "--switchboard.edge.drain=0s",
                        "--switchboard.intake.smtp.port=0");
        Runtime.getRuntime().addShutdownHook(new Thread(application::close));
        return application;
    }
}
