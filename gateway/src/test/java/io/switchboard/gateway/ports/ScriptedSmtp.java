package io.switchboard.gateway.ports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** An SMTP server that says and does at each step what its test wants, and remembers what it was told. */
public final class ScriptedSmtp implements AutoCloseable {

    /** A moment at which a server has the word. */
    public enum Step {
        GREETING,
        EHLO,
        AUTH,
        MAIL,
        RCPT,
        DATA,
        FINAL_DOT,
        RSET,
        QUIT
    }

    private static final String HANG_UP = "hang up";
    private static final String RESET = "reset";
    private static final String SILENCE = "silence";
    private static final String DRIP = "drip";

    private final Map<Step, String> script = new EnumMap<>(Map.of(
            Step.GREETING,
            "220 scripted ESMTP",
            Step.EHLO,
            "250-scripted\r\n250-8BITMIME\r\n250 SIZE 1000000",
            Step.MAIL,
            "250 2.1.0 ok",
            Step.RCPT,
            "250 2.1.5 ok",
            Step.DATA,
            "354 go on",
            Step.FINAL_DOT,
            "250 2.0.0 taken",
            Step.RSET,
            "250 2.0.0 forgotten",
            Step.QUIT,
            "221 bye"));
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final RawServer server = RawServer.start(this::converse);
    private volatile byte[] mail = new byte[0];
    private volatile String believed = "";

    public ScriptedSmtp reply(Step step, String text) {
        script.put(step, text);
        return this;
    }

    /** Closes the connection where the step's reply would come. */
    ScriptedSmtp hangUpAt(Step step) {
        return reply(step, HANG_UP);
    }

    ScriptedSmtp resetAt(Step step) {
        return reply(step, RESET);
    }

    ScriptedSmtp silentAt(Step step) {
        return reply(step, SILENCE);
    }

    /** Answers the step with a line that never ends, a byte at a time. */
    ScriptedSmtp drippingAt(Step step) {
        return reply(step, DRIP);
    }

    /**
     * As Google does: believes one access token; of another one says what is wrong as a challenge, and 535 behind the client's empty answer
     * to it.
     */
    public ScriptedSmtp believing(String token) {
        believed = token;
        return this;
    }

    public int port() {
        return server.port();
    }

    public int connections() {
        return server.connections();
    }

    public List<String> commands() {
        return commands;
    }

    /** The last mail's bytes, dots unstuffed. */
    byte[] mail() {
        return mail;
    }

    @Override
    public void close() throws IOException {
        over.countDown();
        server.close();
    }

    private void converse(RawServer.Client client) throws IOException, InterruptedException {
        say(Step.GREETING, client);
        while (true) {
            var command = line(client.socket().getInputStream());
            commands.add(command);
            var step = step(command);
            if (step == Step.AUTH && !believed.isEmpty()) {
                authenticate(command, client);
                continue;
            }
            say(step, client);
            if (step == Step.DATA && script.getOrDefault(step, "").startsWith("354")) {
                mail = read(client.socket().getInputStream());
                say(Step.FINAL_DOT, client);
            }
        }
    }

    private void authenticate(String command, RawServer.Client client) throws IOException {
        var shown = new String(
                Base64.getDecoder().decode(command.substring("AUTH XOAUTH2 ".length())), StandardCharsets.US_ASCII);
        if (shown.contains("Bearer " + believed + "\u0001")) {
            client.answer("235 2.7.0 Accepted\r\n");
            return;
        }
        client.answer("334 eyJzdGF0dXMiOiI0MDAiLCJzY2hlbWVzIjoiQmVhcmVyIn0=\r\n");
        var answered = line(client.socket().getInputStream());
        client.answer(
                answered.isEmpty()
                        ? "535-5.7.8 Username and Password not accepted.\r\n535 5.7.8 See the manual\r\n"
                        : "501 5.5.2 no empty line\r\n");
    }

    private void say(Step step, RawServer.Client client) throws IOException, InterruptedException {
        var text = script.getOrDefault(step, "502 5.5.1 unknown");
        switch (text) {
            case HANG_UP -> throw new IOException("as the script says");
            case RESET -> {
                client.socket().setSoLinger(true, 0);
                throw new IOException("as the script says");
            }
            case SILENCE -> over.await();
            case DRIP -> {
                while (!over.await(20, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                    client.answer("2");
                }
            }
            default -> client.answer(text + "\r\n");
        }
    }

    private static Step step(String command) {
        var verb = command.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        return verb.equals("HELO") ? Step.EHLO : Step.valueOf(verb);
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        while (true) {
            var next = in.read();
            if (next < 0) {
                throw new IOException("the client hung up");
            }
            line.write(next);
            if (next == '\n') {
                return line.toString(StandardCharsets.UTF_8).stripTrailing();
            }
        }
    }

    private static byte[] read(InputStream in) throws IOException {
        var mail = new ByteArrayOutputStream();
        while (true) {
            var line = new ByteArrayOutputStream();
            int next;
            do {
                next = in.read();
                if (next < 0) {
                    throw new IOException("the client hung up");
                }
                line.write(next);
            } while (next != '\n');
            var bytes = line.toByteArray();
            if (line.toString(StandardCharsets.ISO_8859_1).equals(".\r\n")) {
                return mail.toByteArray();
            }
            var stuffed = bytes[0] == '.' ? 1 : 0;
            mail.write(bytes, stuffed, bytes.length - stuffed);
        }
    }
}
