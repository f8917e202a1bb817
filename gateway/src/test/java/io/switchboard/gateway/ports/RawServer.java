package io.switchboard.gateway.ports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A server on loopback that does to each connection what its test says, and counts. */
public final class RawServer implements AutoCloseable {

    /** What is done with one connection; it is closed afterwards, whatever happened. */
    @FunctionalInterface
    public interface Conversation {
        void with(Client client) throws IOException, InterruptedException;
    }

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)\r\n");

    private final ServerSocket socket;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();

    private RawServer(ServerSocket socket) {
        this.socket = socket;
    }

    public static RawServer start(Conversation conversation) {
        try {
            var server = new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(() -> server.accept(conversation));
            return server;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Gives every HTTP request the same answer. */
    static RawServer answering(String answer) {
        return start(client -> {
            while (true) {
                client.request();
                client.answer(answer);
            }
        });
    }

    /** A port on which nobody listens. */
    public static int closedPort() throws IOException {
        try (var once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return once.getLocalPort();
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    public int connections() {
        return connections.get();
    }

    /** How many whole HTTP requests arrived. */
    int requests() {
        return requests.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept(Conversation conversation) {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> converse(conversation, client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Conversation conversation, Socket client) {
        try (client) {
            conversation.with(new Client(client));
        } catch (IOException gone) {
            // The other side hung up: for most tests that is the end they wait for.
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** One connection, seen from the server. */
    public final class Client {

        private final Socket socket;

        private Client(Socket socket) {
            this.socket = socket;
        }

        public Socket socket() {
            return socket;
        }

        /** Reads one HTTP request with its body. */
        String request() throws IOException {
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                var next = socket.getInputStream().read();
                if (next < 0) {
                    throw new IOException("the client hung up");
                }
                head.append((char) next);
            }
            var length = LENGTH.matcher(head);
            var body = socket.getInputStream().readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
            requests.incrementAndGet();
            return head + new String(body, StandardCharsets.UTF_8);
        }

        public void answer(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        }
    }
}
