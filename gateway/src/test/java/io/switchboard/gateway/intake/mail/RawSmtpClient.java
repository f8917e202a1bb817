package io.switchboard.gateway.intake.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Says exactly what a test wants said, and hears every line. */
final class RawSmtpClient implements AutoCloseable {

    private Socket socket;
    private BufferedReader replies;

    RawSmtpClient(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        this.socket.setSoTimeout(10_000);
        this.replies = reader(socket);
    }

    static RawSmtpClient greeted(int port) throws IOException {
        var client = new RawSmtpClient(port);
        client.hear();
        client.say("EHLO client.example");
        return client;
    }

    /** @return the whole reply, lines joined by line feeds */
    String say(String command) throws IOException {
        send((command + "\r\n").getBytes(StandardCharsets.UTF_8));
        return hear();
    }

    /** What follows is encrypted. */
    void shakeHands(SSLContext tls) throws IOException {
        var secure = (SSLSocket) tls.getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
        secure.startHandshake();
        socket = secure;
        replies = reader(secure);
    }

    /** Gives one mail, dot-stuffed, to one recipient. */
    String mail(String from, String to, byte[] mail) throws IOException {
        var begun = say("MAIL FROM:<" + from + ">");
        if (!begun.startsWith("250")) {
            return begun;
        }
        var known = say("RCPT TO:<" + to + ">");
        return known.startsWith("250") ? data(mail) : known;
    }

    String data(byte[] mail) throws IOException {
        var ready = say("DATA");
        if (!ready.startsWith("354")) {
            return ready;
        }
        var text = new String(mail, StandardCharsets.ISO_8859_1);
        var stuffed = (text.startsWith(".") ? "." : "") + text.replace("\r\n.", "\r\n..");
        send((stuffed + ".\r\n").getBytes(StandardCharsets.ISO_8859_1));
        return hear();
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    String hear() throws IOException {
        var reply = new StringBuilder();
        while (true) {
            var line = replies.readLine();
            if (line == null) {
                return reply.append("[closed]").toString();
            }
            reply.append(line);
            if (line.length() < 4 || line.charAt(3) != '-') {
                return reply.toString();
            }
            reply.append('\n');
        }
    }

    /** Whatever comes before the other side closes the connection, or resets it. */
    String untilClosed() {
        var heard = new StringBuilder();
        try {
            for (var next = replies.read(); next >= 0; next = replies.read()) {
                heard.append((char) next);
            }
        } catch (SocketTimeoutException open) {
            throw new IllegalStateException("the connection stays open", open);
        } catch (IOException reset) {
            heard.append("[reset]");
        }
        return heard.toString();
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
