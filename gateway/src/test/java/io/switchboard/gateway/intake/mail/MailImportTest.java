package io.switchboard.gateway.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.gateway.Hub;
import io.switchboard.gateway.TicketsTopic;
import io.switchboard.gateway.intake.HistoryImports;
import io.switchboard.gateway.oauth.TokenServer;
import io.switchboard.gateway.ports.RawServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** In the whole gateway: the history of a mailbox. */
class MailImportTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Instant LONG_AGO = Instant.parse("2025-01-01T12:00:00Z");
    private static final Instant SINCE = Instant.parse("2025-06-01T00:00:00Z");

    private final ImapServer server = new ImapServer();
    private final ObjectMapper json = new ObjectMapper();

    /** The server's threads end with an exception when a client hangs up while it idles. */
    @BeforeAll
    static void do_not_mind_the_servers_threads() {
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    @AfterAll
    static void mind_again() {
        Awaitility.catchUncaughtExceptionsByDefault();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void mails_since_a_date_come_in_as_imported_once_and_in_order() throws Exception {
        var connection = connect("history");
        server.deliver("history", mail("too-old"), LONG_AGO);
        for (var number = 1; number <= 12; number++) {
            server.deliver("history", mail("h" + number), SINCE.plus(Duration.ofHours(number)));
        }

        var started = post(connection, "{\"since\":\"" + SINCE + "\"}");
        assertThat(started.path("state").asText()).isEqualTo("running");
        var done = awaitEnd(connection, started.path("importId").asText());

        assertThat(done.path("state").asText()).isEqualTo("done");
        assertThat(done.path("looked").asInt()).isEqualTo(13);
        assertThat(done.path("total").asInt()).isEqualTo(13);
        assertThat(done.path("taken").asInt()).isEqualTo(12);
        var events = TicketsTopic.await(connection, 12);
        var ids = new ArrayList<String>();
        for (var event : events) {
            ids.add(event.at("/message/nativeId").asText());
            assertThat(event.at("/message/flags").toString().toLowerCase(Locale.ROOT))
                    .contains("imported");
        }
        assertThat(ids.getFirst()).isEqualTo("h1@example.org");
        assertThat(ids).hasSize(12).doesNotContain("too-old@example.org");
        assertThat(Hub.get("/console").body()).contains("13 of 13 mails looked at, 12 taken");
    }

    @Test
    void an_import_goes_on_where_a_stopped_process_left_it() throws Exception {
        var connection = connect("resumed");
        for (var number = 1; number <= 25; number++) {
            server.deliver("resumed", mail("r" + number), SINCE.plus(Duration.ofHours(number)));
        }
        var stopping = new CountDownLatch(1);
        var edge = new MailEdge();
        edge.journal.watchedBy(delivery -> stopping.countDown());
        var table = Hub.bean(MailImportTable.class);
        var id = UUID.randomUUID();

        assertThat(table.add(id, connection.id(), SINCE)).isTrue();
        var claimed = table.claim(1, Set.of()).getFirst();
        assertThat(claimed.id()).isEqualTo(id);
        var known = Hub.bean(MailConnections.class).find(connection.id()).orElseThrow();
        var bounds = MailboxLab.bounds(MailboxLab.SOON, 1);
        var sessions = new MailboxSessions(
                bounds, SSLContext.getDefault(), Hub.bean(MailConnections.class), TokenServer.none(), edge.clock);
        var fetch = new MailFetch(edge.memory, edge.intake, 1 << 20);
        assertThat(new MailImportRun(table, sessions, fetch, edge.intake, stopping).goOn(claimed, known))
                .isFalse();
        table.release(id);

        var done = awaitEnd(connection, id.toString());
        assertThat(edge.journal.entries()).hasSize(10);
        assertThat(done.path("taken").asInt()).isEqualTo(25);
        assertThat(done.path("looked").asInt()).isEqualTo(25);
        assertThat(TicketsTopic.await(connection, 15))
                .extracting(event -> event.at("/message/nativeId").asText())
                .contains("r11@example.org", "r25@example.org")
                .doesNotContain("r10@example.org");
    }

    @Test
    void a_second_import_brings_nothing_new() throws Exception {
        var connection = connect("twice");
        server.deliver("twice", mail("t1"), SINCE);
        awaitEnd(connection, post(connection, since()).path("importId").asText());
        TicketsTopic.await(connection, 1);

        awaitEnd(connection, post(connection, since()).path("importId").asText());
        server.deliver("twice", mail("t2"), SINCE);

        assertThat(TicketsTopic.await(connection, 2))
                .extracting(event -> event.at("/message/nativeId").asText())
                .containsExactly("t1@example.org", "t2@example.org");
    }

    @Test
    void one_import_at_a_time_which_can_be_cancelled() throws Exception {
        var over = new CountDownLatch(1);
        try (var silent = RawServer.start(client -> over.await())) {
            var connection =
                    Hub.connect("email", "busy", "busy@shop.example", settings("busy", silent.port()), "imap_password");
            var first = post(connection, since()).path("importId").asText();

            assertThat(Hub.post(
                                    path(connection),
                                    since().getBytes(StandardCharsets.UTF_8),
                                    Map.of("Content-Type", "application/json"))
                            .statusCode())
                    .isEqualTo(409);
            Hub.bean(HistoryImports.class).cancel(UUID.fromString(first));

            assertThat(get(path(connection) + "/" + first).path("state").asText())
                    .isEqualTo("cancelled");
            assertThat(post(connection, since()).path("state").asText()).isEqualTo("running");
            over.countDown();
        }
    }

    @Test
    void what_makes_no_sense_is_refused() throws Exception {
        var without = Hub.connect("email", "no-box", "no-box@shop.example", Map.of());

        assertThat(status(path(without), since())).isEqualTo(400);
        assertThat(status(path(without), "{}")).isEqualTo(400);
        assertThat(status("/api/connections/email/nobody/imports", since())).isEqualTo(404);
        assertThat(Hub.get(path(without) + "/0195516c-1300-7000-8000-000000000001")
                        .statusCode())
                .isEqualTo(404);
    }

    private ConnectionRef connect(String user) {
        server.user(user, Hub.SECRET);
        return Hub.connect("email", user, user + "@shop.example", settings(user, server.port()), "imap_password");
    }

    private static Map<String, String> settings(String user, int port) {
        return Map.of(
                "imap_host",
                "127.0.0.1",
                "imap_port",
                Integer.toString(port),
                "imap_security",
                "none",
                "imap_user",
                user);
    }

    private JsonNode awaitEnd(ConnectionRef connection, String id) throws IOException {
        await().atMost(PATIENCE)
                .until(() ->
                        !get(path(connection) + "/" + id).path("state").asText().equals("running"));
        return get(path(connection) + "/" + id);
    }

    private JsonNode post(ConnectionRef connection, String body) throws IOException {
        var answer = Hub.post(
                path(connection), body.getBytes(StandardCharsets.UTF_8), Map.of("Content-Type", "application/json"));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith(path(connection));
        return json.readTree(answer.body());
    }

    private static int status(String path, String body) {
        return Hub.post(path, body.getBytes(StandardCharsets.UTF_8), Map.of("Content-Type", "application/json"))
                .statusCode();
    }

    private JsonNode get(String path) throws IOException {
        return json.readTree(Hub.get(path).body());
    }

    private static String path(ConnectionRef connection) {
        return "/api/connections/email/" + connection.name() + "/imports";
    }

    private static String since() {
        return "{\"since\":\"" + SINCE + "\"}";
    }

    private static String mail(String id) {
        return "From: Anna <anna@example.org>\r\nTo: shop@shop.example\r\nSubject: order " + id + "\r\nMessage-ID: <"
                + id + "@example.org>\r\nDate: Thu, 01 Jan 2026 12:00:00 +0000\r\n\r\nWhere is it?\r\n";
    }
}
