package io.switchboard.gateway.intake.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Asks an IMAP server on the wire, without any library between. */
final class RawImapClient implements AutoCloseable {

    private static final Pattern LITERAL = Pattern.compile(".*\\{(\\d+)}");

    private final Socket socket;

    RawImapClient(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        this.socket.setSoTimeout(10_000);
        line();
    }

    /** The bytes of a mail as the server has them. */
    static byte[] fetch(int port, String user, String password, int number) throws IOException {
        try (var client = new RawImapClient(port)) {
            client.command("a LOGIN " + user + " " + password);
            client.command("b EXAMINE INBOX");
            client.send("c FETCH " + number + " BODY.PEEK[]");
            var literal = LITERAL.matcher(client.line());
            if (!literal.matches()) {
                throw new IOException("the server sent no literal");
            }
            return client.socket.getInputStream().readNBytes(Integer.parseInt(literal.group(1)));
        }
    }

    private void command(String command) throws IOException {
        send(command);
        var tag = command.charAt(0) + " ";
        var line = line();
        while (!line.startsWith(tag)) {
            line = line();
        }
        if (!line.startsWith(tag + "OK")) {
            throw new IOException("the server refused " + command.split(" ", 3)[1]);
        }
    }

    private void send(String command) throws IOException {
        socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        while (true) {
            var next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("the server hung up");
            }
            if (next == '\n') {
                return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
            }
            line.write(next);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
