package io.switchboard.gateway.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.switchboard.connector.Body;
import io.switchboard.connector.HttpCall;
import io.switchboard.connector.NotSentException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayHttpTest {

    private static final PortsProperties.Http BOUNDS =
            new PortsProperties.Http(Duration.ofMillis(500), 1, Duration.ofMillis(100));
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    private static final Duration SHORT = Duration.ofMillis(700);

    private final GatewayHttp http;
    private final CountDownLatch over = new CountDownLatch(1);

    GatewayHttpTest() throws NoSuchAlgorithmException {
        this.http = new GatewayHttp(BOUNDS, SSLContext.getDefault());
    }

    @AfterEach
    void close() {
        over.countDown();
        http.close();
    }

    // ---------------------------------------------------------------- answers

    @Test
    void hands_over_status_headers_and_body() throws IOException {
        try (var server = RawServer.answering("HTTP/1.1 429 Slow\r\nRetry-After: 7\r\nContent-Length: 2\r\n\r\nno")) {
            var answer = http.send(post("http", server.port()));

            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.headers().first("retry-after")).contains("7");
            assertThat(answer.body().asText()).isEqualTo("no");
        }
    }

    @Test
    void sends_method_headers_and_body_as_given() throws IOException {
        var seen = new AtomicReference<>("");
        try (var server = RawServer.start(client -> {
            seen.set(client.request());
            client.answer("HTTP/1.1 204 No Content\r\n\r\n");
        })) {
            var call = new HttpCall(
                    "PUT", uri("http", server.port()), Map.of("X-Token", "t"), Body.ofText("{\"a\":1}"), SHORT, 100);

            assertThat(http.send(call).status()).isEqualTo(204);
            assertThat(seen.get())
                    .startsWith("PUT /path?q=1 HTTP/1.1\r\n")
                    .contains("X-Token: t\r\n")
                    .endsWith("\r\n\r\n{\"a\":1}");
        }
    }

    @Test
    void says_that_an_empty_post_is_empty() throws IOException {
        var seen = new AtomicReference<>("");
        try (var server = RawServer.start(client -> {
            seen.set(client.request());
            client.answer("HTTP/1.1 204 No Content\r\n\r\n");
        })) {
            http.send(HttpCall.post(uri("http", server.port()), Map.of(), Body.EMPTY));

            assertThat(seen.get()).containsIgnoringCase("\r\nContent-Length: 0\r\n");
        }
    }

    @Test
    void does_not_follow_a_redirect() throws IOException {
        try (var target = RawServer.answering(OK);
                var server = RawServer.answering("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:" + target.port()
                        + "/\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(http.send(get("http", server.port())).status()).isEqualTo(302);
            assertThat(target.connections()).isZero();
        }
    }

    @Test
    void speaks_tls_with_a_trusted_server() throws IOException, InterruptedException, GeneralSecurityException {
        var tls = TestTls.localhost();
        var server = secureServer(tls);
        try (var trusting = new GatewayHttp(BOUNDS, tls.trusting())) {
            assertThat(trusting.send(secure(server)).status()).isEqualTo(204);
        } finally {
            server.stop(0);
        }
    }

    // ---------------------------------------------------------------- certainly not sent

    @Test
    void a_refused_connection_is_not_sent() throws IOException {
        var nobody = RawServer.closedPort();

        assertThatThrownBy(() -> http.send(post("http", nobody))).isInstanceOf(NotSentException.class);
    }

    @Test
    void an_unknown_host_is_not_sent() {
        var call = HttpCall.post(URI.create("http://host.invalid/"), Map.of(), Body.ofText("{}"));

        assertThatThrownBy(() -> http.send(call)).isInstanceOf(NotSentException.class);
    }

    @Test
    void a_connection_that_does_not_come_about_is_not_sent() throws IOException {
        try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var waiting = fill(full);

            assertThatThrownBy(() -> http.send(post("http", full.getLocalPort())))
                    .isInstanceOf(NotSentException.class);

            for (var socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    void a_certificate_nobody_vouches_for_is_not_sent_to()
            throws IOException, InterruptedException, GeneralSecurityException {
        var server = secureServer(TestTls.localhost());
        try {
            assertThatThrownBy(() -> http.send(secure(server)))
                    .isInstanceOf(NotSentException.class)
                    .hasMessageContaining("SSLHandshakeException");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_certificate_for_another_name_is_not_sent_to()
            throws IOException, InterruptedException, GeneralSecurityException {
        var tls = TestTls.localhost();
        var server = secureServer(tls);
        try (var trusting = new GatewayHttp(BOUNDS, tls.trusting())) {
            assertThatThrownBy(() ->
                            trusting.send(post("https", server.getAddress().getPort())))
                    .isInstanceOf(NotSentException.class)
                    .hasMessageContaining("SSLHandshakeException");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_server_that_hangs_up_during_the_handshake_got_nothing() throws IOException {
        try (var server =
                RawServer.start(client -> client.socket().getInputStream().read())) {
            assertThatThrownBy(() -> http.send(post("https", server.port()))).isInstanceOf(NotSentException.class);
        }
    }

    @Test
    void a_server_that_is_silent_during_the_handshake_got_nothing() throws IOException {
        try (var server = RawServer.start(client -> over.await())) {
            assertThatThrownBy(() -> http.send(post("https", server.port()))).isInstanceOf(NotSentException.class);
        }
    }

    @Test
    void a_server_that_does_not_speak_tls_got_nothing() throws IOException {
        try (var server = RawServer.start(client -> {
            client.answer("HTTP/1.1 400 Bad Request\r\n\r\n");
            over.await();
        })) {
            assertThatThrownBy(() -> http.send(post("https", server.port()))).isInstanceOf(NotSentException.class);
        }
    }

    @Test
    void a_call_without_a_slot_is_not_sent() throws IOException, InterruptedException {
        var called = new CountDownLatch(1);
        var failure = new AtomicReference<@Nullable Throwable>();
        try (var server = RawServer.start(client -> {
                    called.countDown();
                    over.await();
                });
                var other = RawServer.answering(OK)) {
            var first = Thread.ofVirtual()
                    .start(() -> failure.set(catchThrowable(() -> http.send(post("http", server.port())))));
            called.await();

            assertThatThrownBy(() -> http.send(post("http", server.port())))
                    .isInstanceOf(NotSentException.class)
                    .hasMessageContaining("slots");
            assertThat(server.connections()).isEqualTo(1);
            assertThat(http.send(post("http", other.port())).status()).isEqualTo(200);

            over.countDown();
            first.join();
            assertMaybeSent(failure.get());
        }
    }

    @Test
    void a_header_that_would_break_out_is_not_sent_and_not_repeated() throws IOException {
        try (var server = RawServer.answering(OK)) {
            var call = HttpCall.post(
                    uri("http", server.port()), Map.of("Authorization", "s3cret\r\nX-Evil: 1"), Body.ofText("{}"));

            assertThatThrownBy(() -> http.send(call))
                    .isInstanceOf(NotSentException.class)
                    .hasNoCause()
                    .hasMessageNotContaining("s3cret");
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void an_address_that_is_not_http_is_not_sent() {
        for (var address : new String[] {"ftp://host/", "/relative", "http:///nohost", "mailto:a@b"}) {
            var call = HttpCall.get(URI.create(address), Map.of());

            assertThatThrownBy(() -> http.send(call)).as(address).isInstanceOf(NotSentException.class);
        }
    }

    // ---------------------------------------------------------------- nobody knows

    @Test
    void a_post_the_server_dropped_went_out_once_and_may_have_been_acted_on() throws IOException {
        try (var server = RawServer.start(RawServer.Client::request)) {
            assertMaybeSent(catchThrowable(() -> http.send(post("http", server.port()))));
            assertThat(server.requests()).isEqualTo(1);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void a_post_on_a_kept_connection_that_is_dropped_went_out_once() throws IOException {
        try (var server = RawServer.start(client -> {
            client.request();
            client.answer(OK);
            client.request();
        })) {
            assertThat(http.send(post("http", server.port())).status()).isEqualTo(200);

            assertMaybeSent(catchThrowable(() -> http.send(post("http", server.port()))));
            assertThat(server.requests()).isEqualTo(2);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void a_get_on_a_connection_that_died_may_be_asked_again() throws IOException {
        try (var server = RawServer.start(client -> {
            client.request();
            client.answer(OK);
            client.request();
        })) {
            http.send(get("http", server.port()));

            assertThat(http.send(get("http", server.port())).status()).isEqualTo(200);
            assertThat(server.requests()).isEqualTo(3);
        }
    }

    @Test
    void a_reset_may_have_been_acted_on() throws IOException {
        try (var server = RawServer.start(client -> {
            client.request();
            client.socket().setSoLinger(true, 0);
        })) {
            assertMaybeSent(catchThrowable(() -> http.send(post("http", server.port()))));
        }
    }

    @Test
    void silence_may_have_been_acted_on() throws IOException {
        try (var server = RawServer.start(client -> over.await())) {
            assertMaybeSent(catchThrowable(() -> http.send(post("http", server.port()))));
        }
    }

    @Test
    void the_time_out_covers_the_body() throws IOException {
        try (var server = RawServer.start(client -> {
            client.request();
            client.answer("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab");
            over.await();
        })) {
            assertMaybeSent(catchThrowable(() -> http.send(post("http", server.port()))));
        }
    }

    @Test
    void a_truncated_answer_may_have_been_acted_on() throws IOException {
        try (var server = closingAfter("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab")) {
            assertMaybeSent(catchThrowable(() -> http.send(post("http", server.port()))));
        }
    }

    @Test
    void a_malformed_answer_may_have_been_acted_on() throws IOException {
        try (var server = closingAfter("220 smtp.example ESMTP\r\n\r\n")) {
            assertMaybeSent(catchThrowable(() -> http.send(post("http", server.port()))));
        }
    }

    @Test
    void an_answer_of_the_limit_is_taken_and_a_larger_one_is_not_read() throws IOException {
        try (var server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123456789")) {
            assertThat(http.send(post("http", server.port()).withAnswerLimit(10))
                            .body()
                            .size())
                    .isEqualTo(10);
            assertMaybeSent(
                    catchThrowable(() -> http.send(post("http", server.port()).withAnswerLimit(9))));
        }
    }

    @Test
    void a_caller_who_is_stopped_does_not_know() throws IOException, InterruptedException {
        var called = new CountDownLatch(1);
        try (var server = RawServer.start(client -> {
            called.countDown();
            over.await();
        })) {
            var failure = new AtomicReference<@Nullable Throwable>();
            var caller = Thread.ofVirtual()
                    .start(() -> failure.set(catchThrowable(() -> http.send(post("http", server.port())))));
            called.await();
            caller.interrupt();
            caller.join();

            assertMaybeSent(failure.get());
        }
    }

    // ---------------------------------------------------------------- the JVM

    @Test
    void refuses_to_start_where_posts_would_be_repeated() {
        System.setProperty("jdk.httpclient.enableAllMethodRetry", "");
        try {
            assertThatThrownBy(() -> new GatewayHttp(BOUNDS, SSLContext.getDefault()).close())
                    .isInstanceOf(IllegalStateException.class);
        } finally {
            System.clearProperty("jdk.httpclient.enableAllMethodRetry");
        }
    }

    private static void assertMaybeSent(@Nullable Throwable failure) {
        assertThat(failure).isInstanceOf(IOException.class).isNotInstanceOf(NotSentException.class);
    }

    private static RawServer closingAfter(String answer) {
        return RawServer.start(client -> {
            client.request();
            client.answer(answer);
        });
    }

    private static HttpsServer secureServer(TestTls tls) throws IOException, GeneralSecurityException {
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls.serving()));
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    /** Takes all places in the accept queue, so that the kernel lets further connections wait. */
    private static List<Socket> fill(ServerSocket server) throws IOException {
        var waiting = new ArrayList<Socket>();
        for (var place = 0; place < 4; place++) {
            var socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(server.getLocalSocketAddress(), 100);
            } catch (java.net.SocketTimeoutException full) {
                return waiting;
            }
        }
        return waiting;
    }

    private static HttpCall post(String scheme, int port) {
        return new HttpCall("POST", uri(scheme, port), Map.of(), Body.ofText("{}"), SHORT, 1000);
    }

    private static HttpCall secure(HttpsServer server) {
        return HttpCall.post(
                URI.create("https://localhost:" + server.getAddress().getPort() + "/"), Map.of(), Body.ofText("{}"));
    }

    private static HttpCall get(String scheme, int port) {
        return new HttpCall("GET", uri(scheme, port), Map.of(), Body.EMPTY, SHORT, 1000);
    }

    private static URI uri(String scheme, int port) {
        return URI.create(scheme + "://127.0.0.1:" + port + "/path?q=1");
    }
}
