package io.switchboard.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.gateway.Hub;
import io.switchboard.gateway.TicketsTopic;
import io.switchboard.gateway.WhatsAppJson;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.util.unit.DataSize;

/** The server for hooks, byte by byte. */
class HookServerTest {

    private static final InetSocketAddress SERVER =
            Hub.bean(HookServer.class).address().orElseThrow();

    @Test
    void takes_a_delivery_and_keeps_the_connection() throws IOException {
        var connection = Hub.whatsApp("server-takes");

        try (var sender = new RawSender(SERVER)) {
            assertThat(sender.write(request(connection, body(connection, "wamid.server-1")))
                            .answer())
                    .startsWith("HTTP/1.1 200");
            assertThat(sender.write(request(connection, body(connection, "wamid.server-2")))
                            .answer())
                    .startsWith("HTTP/1.1 200");
        }

        assertThat(TicketsTopic.await(connection, 2)).hasSize(2);
    }

    @Test
    void answers_pipelined_requests_in_their_order() throws IOException {
        var connection = Hub.whatsApp("server-pipeline");
        var good = request(connection, body(connection, "wamid.pipelined"));

        try (var sender = new RawSender(SERVER)) {
            sender.write(good + good.replace("sha256=", "sha256=00") + handshake(connection) + good);

            assertThat(sender.answer()).startsWith("HTTP/1.1 200");
            assertThat(sender.answer()).startsWith("HTTP/1.1 401");
            assertThat(sender.answer()).startsWith("HTTP/1.1 200").endsWith("4711");
            assertThat(sender.answer()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void takes_a_body_in_chunks_and_in_bits() throws IOException {
        var connection = Hub.whatsApp("server-chunks");
        var body = body(connection, "wamid.chunked");
        var head =
                "POST /hooks/whatsapp/server-chunks HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nX-Hub-Signature-256: "
                        + signature(body) + "\r\nTransfer-Encoding: chunked\r\n\r\n";

        try (var sender = new RawSender(SERVER)) {
            for (var part : head.split("(?<=:)", -1)) {
                sender.write(part);
            }
            assertThat(sender.answer()).startsWith("HTTP/1.1 100");
            sender.write("5\r\n" + body.substring(0, 5) + "\r\n");
            sender.write(Integer.toHexString(body.length() - 5) + "\r\n" + body.substring(5) + "\r\n0\r\n\r\n");
            assertThat(sender.answer()).startsWith("HTTP/1.1 200");
        }
        assertThat(connection.name()).isEqualTo("server-chunks");
    }

    @Test
    void tells_when_it_answered() throws IOException {
        var connection = Hub.whatsApp("server-date");
        var before = Instant.now().truncatedTo(ChronoUnit.SECONDS);

        var answer = answer(request(connection, body(connection, "wamid.date")));

        var date = Pattern.compile("date: (.*)\r\n").matcher(answer);
        assertThat(date.find()).isTrue();
        assertThat(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.group(1))))
                .isBetween(before, Instant.now());
    }

    @Test
    void says_why_not() throws IOException {
        var connection = Hub.whatsApp("server-refuses");
        var good = request(connection, body(connection, "wamid.refused"));

        assertThat(answer(good.replace("server-refuses", "nobody"))).startsWith("HTTP/1.1 404");
        assertThat(answer(good.replace("POST /", "PUT /")))
                .startsWith("HTTP/1.1 405")
                .contains("Allow: POST");
        assertThat(answer(good.replace("HTTP/1.1", "NO/HTTP"))).startsWith("HTTP/1.1 400");
        assertThat(answer(good.replace("/hooks/", "/" + "h".repeat(5000) + "/")))
                .startsWith("HTTP/1.1 414");
        assertThat(answer(good.replace("Host: x", "Host: " + "x".repeat(20_000))))
                .startsWith("HTTP/1.1 431");
        assertThat(answer(good.replaceAll("Content-Length: \\d+", "Content-Length: 999999999")))
                .startsWith("HTTP/1.1 413")
                .contains("connection: close")
                .contains("has at most");
    }

    @Test
    void lets_a_sender_of_too_much_finish_so_that_it_reads_why() throws IOException {
        Hub.whatsApp("server-large");
        var chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";

        try (var sender = new RawSender(SERVER)) {
            sender.write("POST /hooks/whatsapp/server-large HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (var i = 0; i < 200; i++) {
                sender.write(chunk);
            }
            sender.write("0\r\n\r\n");
            assertThat(sender.answer()).startsWith("HTTP/1.1 413");
            assertThat(sender.isClosed()).isTrue();
        }
    }

    @Test
    void closes_a_connection_that_keeps_it_waiting() throws Exception {
        var connection = Hub.whatsApp("server-slow");
        try (var server = new Alone(Duration.ofSeconds(1), Duration.ofSeconds(1));
                var silent = new RawSender(server.address());
                var header = new RawSender(server.address());
                var half = new RawSender(server.address())) {
            var whole = request(connection, body(connection, "wamid.slow"));
            header.write("POST /hooks/wha");
            half.write(whole.substring(0, whole.length() - 5));

            assertThat(half.answer()).startsWith("HTTP/1.1 408");
            assertThat(header.isClosed()).isTrue();
            assertThat(silent.isClosed()).isTrue();
        }
    }

    @Test
    void says_goodbye_before_it_closes_the_door() throws Exception {
        var connection = Hub.whatsApp("server-drain");
        try (var server = new Alone(Duration.ofSeconds(10), Duration.ofSeconds(60));
                var early = new RawSender(server.address());
                var idle = new RawSender(server.address())) {
            assertThat(early.write(request(connection, body(connection, "wamid.before")))
                            .answer())
                    .startsWith("HTTP/1.1 200")
                    .doesNotContain("connection: close");

            var stopped = server.stop();

            assertThat(early.write(request(connection, body(connection, "wamid.meanwhile")))
                            .answer())
                    .startsWith("HTTP/1.1 200")
                    .contains("connection: close");
            try (var late = new RawSender(server.address())) {
                assertThat(late.write(request(connection, body(connection, "wamid.late")))
                                .answer())
                        .startsWith("HTTP/1.1 200");
            }
            assertThat(idle.isClosed()).isTrue();
            assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
            await().untilAsserted(() -> assertThatExceptionOfType(ConnectException.class)
                    .isThrownBy(() -> new RawSender(server.address())));
        }
    }

    /** A server of its own before the shared hub. */
    private static final class Alone implements AutoCloseable {

        private final HookServer server;
        private final InetSocketAddress address;
        private final CountDownLatch stopped = new CountDownLatch(1);

        Alone(Duration requestWithin, Duration idleFor) {
            var application = new StaticApplicationContext();
            application.refresh();
            var properties = new EdgeProperties(
                    0, "127.0.0.1", 1, 100, requestWithin, idleFor, DataSize.ofMegabytes(1), Duration.ofSeconds(1));
            server = new HookServer(
                    Hub.bean(HookEdge.class),
                    new Draining(application),
                    properties,
                    Clock.systemUTC(),
                    new SimpleMeterRegistry());
            server.start();
            address = server.address().orElseThrow();
        }

        InetSocketAddress address() {
            return address;
        }

        CountDownLatch stop() {
            server.stop(stopped::countDown);
            return stopped;
        }

        @Override
        public void close() {
            if (server.isRunning()) {
                server.stop(stopped::countDown);
            }
            await().until(() -> stopped.getCount() == 0);
        }
    }

    private static String answer(String request) throws IOException {
        try (var sender = new RawSender(SERVER)) {
            return sender.write(request).answer();
        }
    }

    private static String request(ConnectionRef connection, String body) {
        return "POST /hooks/whatsapp/" + connection.name()
                + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + "X-Hub-Signature-256: "
                + signature(body) + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String handshake(ConnectionRef connection) {
        return "GET /hooks/whatsapp/" + connection.name() + "?hub.mode=subscribe&hub.verify_token=" + Hub.SECRET
                + "&hub.challenge=4711 HTTP/1.1\r\nHost: x\r\n\r\n";
    }

    private static String signature(String body) {
        return Hub.signature(body.getBytes(StandardCharsets.US_ASCII));
    }

    private static String body(ConnectionRef connection, String nativeId) {
        return WhatsAppJson.messages(
                connection.account(), WhatsAppJson.text(nativeId, "4915100000001", 1_767_225_600, "Hello"));
    }
}
