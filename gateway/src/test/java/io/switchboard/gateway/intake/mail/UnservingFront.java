package io.switchboard.gateway.intake.mail;

import io.switchboard.gateway.ports.RawServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Stands before an IMAP server and hands out neither of some mails, which are listed like all others. */
final class UnservingFront implements AutoCloseable {

    private static final Pattern FETCH = Pattern.compile("(\\S+) UID FETCH ([\\d,]+) \\(UID BODY\\.PEEK.*");

    private final int behind;
    private final List<String> unserved;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final RawServer front = RawServer.start(this::converse);
    private final String answer;

    /** @param answer to whoever asks for one of the mails, without tag */
    UnservingFront(int behind, String answer, Integer... unserved) {
        this.behind = behind;
        this.answer = answer;
        this.unserved = Stream.of(unserved).map(String::valueOf).toList();
    }

    int port() {
        return front.port();
    }

    /** How often one of the mails was asked for by itself. */
    long asked(int uid) {
        return asked.stream().filter(String.valueOf(uid)::equals).count();
    }

    @Override
    public void close() throws IOException {
        front.close();
    }

    private void converse(RawServer.Client client) throws IOException {
        try (var server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            Thread.ofVirtual().start(() -> pass(server, client));
            var lines = new BufferedReader(
                    new InputStreamReader(client.socket().getInputStream(), StandardCharsets.ISO_8859_1));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var fetch = FETCH.matcher(line);
                if (fetch.matches() && Stream.of(fetch.group(2).split(",", -1)).anyMatch(unserved::contains)) {
                    asked.add(fetch.group(2));
                    client.answer(fetch.group(1) + " " + answer + "\r\n");
                } else {
                    server.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                }
            }
        }
    }

    private static void pass(Socket server, RawServer.Client client) {
        try (var answers = server.getInputStream()) {
            answers.transferTo(client.socket().getOutputStream());
        } catch (IOException ended) {
            // One side hung up; the conversation hangs up the other.
        }
    }
}
