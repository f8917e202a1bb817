package io.switchboard.sandbox.platforms.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** HTTP by hand over one socket, to see what really happens to the socket. */
public final class RawHttp {

    private static final int TIMEOUT_MILLIS = 10_000;

    private RawHttp() {}

    /** Everything the server sends until it closes; a reset is the socket's exception. */
    public static String post(URI base, String path, Map<String, String> headers, String body) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), base.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            var head = new StringBuilder("POST %s HTTP/1.1\r\nHost: %s\r\n".formatted(path, base.getAuthority()));
            headers.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            head.append("Connection: close\r\nContent-Length: ")
                    .append(bytes.length)
                    .append("\r\n\r\n");
            socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(bytes);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
