package io.switchboard.gateway.intake.mail;

import io.switchboard.gateway.ports.RawServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** An IMAP server of one mail that is never there, with the capabilities a test wants; remembers every command. */
final class ScriptedImap implements AutoCloseable {

    private final String capabilities;
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final RawServer server = RawServer.start(this::converse);
    private volatile String refused = "";
    private volatile String authentication = "";
    private volatile String said = "";
    private volatile Duration thinking = Duration.ZERO;

    ScriptedImap(String capabilities) {
        this.capabilities = capabilities;
    }

    ScriptedImap refusing(String command) {
        refused = command;
        return this;
    }

    /** Thinks for so long before each answer. */
    ScriptedImap slowly(Duration time) {
        thinking = time;
        return this;
    }

    /** As Google does: a challenge with the error, and NO behind the client's answer to it. */
    ScriptedImap explainingRefusals() {
        authentication = "explain";
        return this;
    }

    /** As servers without SASL-IR (RFC 4959) do. */
    ScriptedImap askingForTokens() {
        authentication = "ask";
        return this;
    }

    /** What was said when the server asked. */
    String token() {
        return new String(Base64.getDecoder().decode(said), StandardCharsets.US_ASCII);
    }

    int port() {
        return server.port();
    }

    int connections() {
        return server.connections();
    }

    /** The commands' names, in order, of all connections. */
    List<String> commands() {
        return commands;
    }

    long count(String command) {
        return commands.stream().filter(command::equals).count();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void converse(RawServer.Client client) throws IOException {
        var lines =
                new BufferedReader(new InputStreamReader(client.socket().getInputStream(), StandardCharsets.US_ASCII));
        client.answer("* OK ready\r\n");
        var idleTag = "";
        while (true) {
            var line = lines.readLine();
            if (line == null) {
                return;
            }
            var words = line.split(" ", 3);
            var command = words[words.length == 1 ? 0 : 1].toUpperCase(Locale.ROOT);
            commands.add(command);
            LockSupport.parkNanos(thinking.toNanos());
            if (command.equals(refused)) {
                client.answer(words[0] + " NO not you\r\n");
                continue;
            }
            if (command.equals("AUTHENTICATE") && !authentication.isEmpty()) {
                authenticate(client, lines, words[0]);
                continue;
            }
            switch (command) {
                case "CAPABILITY" ->
                    client.answer("* CAPABILITY IMAP4rev1 " + capabilities + "\r\n" + words[0] + " OK\r\n");
                case "LIST" -> client.answer("* LIST () \"/\" INBOX\r\n" + words[0] + " OK\r\n");
                case "SELECT", "EXAMINE" ->
                    client.answer("* 0 EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY 1]\r\n" + words[0] + " OK\r\n");
                case "IDLE" -> {
                    idleTag = words[0];
                    client.answer("+ idling\r\n");
                }
                case "DONE" -> client.answer(idleTag + " OK\r\n");
                default -> client.answer(words[0] + " OK\r\n");
            }
        }
    }

    private void authenticate(RawServer.Client client, BufferedReader lines, String tag) throws IOException {
        var explains = authentication.equals("explain");
        client.answer(explains ? "+ eyJzdGF0dXMiOiI0MDEiLCJzY2hlbWVzIjoiQmVhcmVyIn0=\r\n" : "+ \r\n");
        said = String.valueOf(lines.readLine());
        client.answer(tag + (explains ? " NO [AUTHENTICATIONFAILED] Invalid credentials\r\n" : " OK\r\n"));
    }
}
