package io.switchboard.sandbox.platforms.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.sandbox.platforms.testing.StandInGateway;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class HookClientTest {

    private final HookClient client = new HookClient(Duration.ofSeconds(1), Duration.ofMillis(300));

    @Test
    void returns_status_and_body_of_the_answer() {
        try (var gateway = new StandInGateway();
                client) {
            gateway.willAnswer(401);

            var answer = client.post(request(gateway.hook()));

            assertThat(answer).isEqualTo(new HookAnswer(401, "stand-in says 401"));
        }
    }

    @Test
    void gives_up_when_the_headers_come_and_the_body_does_not() throws Exception {
        try (var stalling = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var server = Executors.newSingleThreadExecutor();
                client) {
            var hook = URI.create("http://127.0.0.1:" + stalling.getLocalPort() + "/hook");
            var answering = server.submit(() -> answerHeadersOnly(stalling));

            assertThatThrownBy(() -> client.post(request(hook)))
                    .isInstanceOf(NoAnswerException.class)
                    .hasMessageContaining("more than PT0.3S in all");
            answering.get().close();
        }
    }

    @Test
    void says_which_hook_does_not_answer() throws IOException {
        int nobody;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = free.getLocalPort();
        }
        var hook = URI.create("http://127.0.0.1:" + nobody + "/hook");

        try (client) {
            assertThatThrownBy(() -> client.post(request(hook)))
                    .isInstanceOf(NoAnswerException.class)
                    .hasMessageContaining(hook.toString());
        }
    }

    @Test
    void refuses_a_hook_that_is_not_an_http_address() {
        assertThatThrownBy(() -> request(URI.create("/hooks/only/a/path")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("absolute http address");
    }

    private static HookRequest request(URI hook) {
        return new HookRequest(hook, Map.of(), "{}".getBytes(StandardCharsets.UTF_8));
    }

    private static Socket answerHeadersOnly(ServerSocket server) throws IOException {
        var socket = server.accept();
        socket.getOutputStream()
                .write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
