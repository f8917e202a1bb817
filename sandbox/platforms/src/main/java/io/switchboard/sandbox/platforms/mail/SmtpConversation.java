package io.switchboard.sandbox.platforms.mail;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * One SMTP session between a sender and the server, step by step: a command there, its reply back (RFC 5321, 4.2), and after
 * a 354 the lines of the mail up to the lone dot.
 */
final class SmtpConversation {

    private static final byte[] DOT = ".\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Socket client;
    private final InputStream fromClient;
    private final OutputStream toClient;
    private final InputStream fromServer;
    private final OutputStream toServer;
    private final Function<Boolean, Optional<SmtpFault>> faults;

    /** @param faults gives the fault of this moment: true asks at a recipient, false at the data */
    SmtpConversation(Socket client, Socket server, Function<Boolean, Optional<SmtpFault>> faults) throws IOException {
        this.client = client;
        this.fromClient = new BufferedInputStream(client.getInputStream());
        this.toClient = client.getOutputStream();
        this.fromServer = new BufferedInputStream(server.getInputStream());
        this.toServer = server.getOutputStream();
        this.faults = faults;
    }

    /** Until either side hangs up or a fault breaks it off. */
    void run() throws IOException {
        toClient.write(reply());
        while (true) {
            var command = line(fromClient);
            var verb = new String(command, StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
            if (verb.startsWith("RCPT") && faults.apply(true).orElse(null) instanceof SmtpFault.Refuse refusal) {
                toClient.write(
                        "%d %s\r\n".formatted(refusal.code(), refusal.text()).getBytes(StandardCharsets.US_ASCII));
            } else if (verb.startsWith("DATA")) {
                if (!data(command)) {
                    return;
                }
            } else {
                toClient.write(exchange(command));
            }
            if (verb.startsWith("QUIT")) {
                return;
            }
        }
    }

    /** False when the connection was broken off. */
    private boolean data(byte[] command) throws IOException {
        var fault = faults.apply(false);
        if (fault.filter(SmtpFault.DropBeforeData.class::isInstance).isPresent()) {
            reset();
            return false;
        }
        var goAhead = exchange(command);
        if (goAhead[0] != '3') {
            toClient.write(goAhead);
            return true;
        }
        toClient.write(goAhead);
        passMail();
        var verdict = reply();
        if (fault.filter(SmtpFault.DropAfterData.class::isInstance).isPresent()) {
            reset();
            return false;
        }
        toClient.write(verdict);
        return true;
    }

    private void passMail() throws IOException {
        byte[] line;
        do {
            line = line(fromClient);
            toServer.write(line);
        } while (!Arrays.equals(line, DOT));
        toServer.flush();
    }

    private byte[] exchange(byte[] command) throws IOException {
        toServer.write(command);
        toServer.flush();
        return reply();
    }

    /** All lines of one reply; the last has a space after its code. */
    private byte[] reply() throws IOException {
        var whole = new ByteArrayOutputStream();
        byte[] line;
        do {
            line = line(fromServer);
            whole.write(line);
        } while (line.length > 3 && line[3] == '-');
        return whole.toByteArray();
    }

    private static byte[] line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        int next;
        do {
            next = in.read();
            if (next < 0) {
                throw new EOFException("the peer hung up");
            }
            line.write(next);
        } while (next != '\n');
        return line.toByteArray();
    }

    /** Without lingering, a close is a reset: the peer does not mistake it for an orderly end. */
    private void reset() throws IOException {
        client.setSoLinger(true, 0);
        client.close();
    }
}
