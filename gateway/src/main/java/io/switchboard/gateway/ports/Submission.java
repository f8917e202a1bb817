package io.switchboard.gateway.ports;

import io.switchboard.connector.Body;
import io.switchboard.connector.NotSentException;
import io.switchboard.connector.Secret;
import io.switchboard.connector.SmtpAnswer;
import io.switchboard.connector.SmtpPort.Credentials;
import io.switchboard.connector.SmtpPort.Mechanism;
import io.switchboard.connector.SmtpPort.Server;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One SMTP session that knows how far it came.
 *
 * <p>The library does greeting, EHLO, TLS, AUTH, replies and dot stuffing. What it does not tell is whether a broken session had
 * handed the mail over; here the final dot (RFC 5321 §4.1.1.4) is the line: before it no server may deliver, behind it the
 * server may have taken the mail although its 250 never came.
 */
final class Submission extends SMTPTransport {

    private static final Logger log = LoggerFactory.getLogger(Submission.class);
    private static final Pattern ENHANCED_CODE = Pattern.compile("\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b.*");
    /** Three digits and what stands behind them. */
    private static final int CODE = 4;

    private static final int NO_REPLY = 0;
    private static final int CHALLENGE = 334;

    private boolean showsToken;
    private boolean handedOver;
    private boolean clearingUp;
    private int reply = NO_REPLY;
    private String words = "";

    Submission(Session session, boolean implicitTls) {
        super(session, null, "smtp", implicitTls);
    }

    /**
     * @throws NotSentException when the session broke before the final dot
     * @throws IOException when it broke behind it
     */
    synchronized SmtpAnswer run(Server server, Envelope envelope, Body message) throws IOException {
        showsToken = server.credentials().map(Credentials::mechanism).equals(Optional.of(Mechanism.XOAUTH2));
        try {
            connect(
                    server.host(),
                    server.port(),
                    server.credentials().map(Credentials::user).orElse(null),
                    server.credentials()
                            .map(Credentials::password)
                            .map(Secret::reveal)
                            .orElse(null));
            return submit(envelope, message);
        } catch (MessagingException | IOException failed) {
            return verdict(server, failed);
        } finally {
            hangUp();
        }
    }

    private SmtpAnswer submit(Envelope envelope, Body message) throws MessagingException, IOException {
        if (!envelope.isAscii() && !supportsExtension("SMTPUTF8")) {
            return Envelope.NON_ASCII_ADDRESS;
        }
        command("MAIL FROM:<" + envelope.from() + ">" + parameters(envelope, message));
        for (var recipient : envelope.recipients()) {
            command("RCPT TO:<" + recipient + ">");
        }
        data().write(message.bytes());
        finishData();
        return answer();
    }

    private void command(String line) throws MessagingException {
        if (simpleCommand(line) / 100 != 2) {
            throw new MessagingException("the server refused");
        }
    }

    private String parameters(Envelope envelope, Body message) {
        var parameters = new StringBuilder();
        if (supportsExtension("SIZE")) {
            parameters.append(" SIZE=").append(message.size());
        }
        if (supportsExtension("8BITMIME") && hasHighBit(message.bytes())) {
            parameters.append(" BODY=8BITMIME");
        }
        if (!envelope.isAscii()) {
            parameters.append(" SMTPUTF8");
        }
        return parameters.toString();
    }

    /** The server's own word where it said one; otherwise how far the session came decides. */
    private SmtpAnswer verdict(Server server, Exception failed) throws IOException {
        var refused = reply >= 400 && reply < 600;
        var takenOtherwise = handedOver && reply >= 200 && reply < 300;
        if (refused || takenOtherwise) {
            return answer();
        }
        var place = "SMTP session with " + server.host() + ":" + server.port();
        throw handedOver
                ? new IOException(place + " broke after the final dot", network(failed))
                : new NotSentException(place + " broke before the final dot", network(failed));
    }

    private SmtpAnswer answer() {
        var line = words.lines().findFirst().orElse("");
        var enhanced = ENHANCED_CODE.matcher(line);
        var text = enhanced.matches() ? line.substring(enhanced.end(1)) : line.substring(Math.min(CODE, line.length()));
        return new SmtpAnswer(reply, enhanced.matches() ? enhanced.group(1) : "", text.strip());
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        handedOver = true;
        super.finishData();
    }

    @Override
    protected void sendCommand(String command) throws MessagingException {
        clearingUp = command.equals("RSET");
        if (!clearingUp) {
            reply = NO_REPLY;
        }
        super.sendCommand(command);
    }

    /** What is said to the library's RSET, sent after a refusal, must not hide the refusal. */
    @Override
    protected int readServerResponse() throws MessagingException {
        if (clearingUp) {
            return super.readServerResponse();
        }
        reply = NO_REPLY;
        reply = super.readServerResponse();
        if (reply == CHALLENGE && showsToken) {
            // What is wrong with the token comes as a challenge; behind an empty answer to it comes the refusal
            // (https://developers.google.com/workspace/gmail/imap/xoauth2-protocol#error_response_2).
            super.sendCommand("");
            reply = super.readServerResponse();
        }
        words = getLastServerResponse();
        return reply;
    }

    private void hangUp() {
        try {
            close();
        } catch (MessagingException gone) {
            // What became of the mail is known already, and the server sees the socket close.
            log.atDebug()
                    .addKeyValue("cause", gone.getClass().getSimpleName())
                    .log("smtp session ended without goodbye");
        }
    }

    /** The library's own messages repeat what the server said, which may name people. */
    private static Throwable network(Exception failed) {
        Throwable found = failed;
        while (!(found instanceof IOException) && found.getCause() != null) {
            found = found.getCause();
        }
        return found instanceof IOException
                ? found
                : new IOException(failed.getClass().getSimpleName());
    }

    private static boolean hasHighBit(byte[] bytes) {
        for (var one : bytes) {
            if (one < 0) {
                return true;
            }
        }
        return false;
    }
}
