package io.switchboard.gateway.intake.mail;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.angus.mail.iap.BadCommandException;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/**
 * One connection to a mail server (RFC 3501), logged in, with one folder open. Used by one thread; {@link #leave} by any.
 *
 * <p>On the library's protocol and not on its folders: those keep an object per mail of the folder, and number mails in a way that
 * drifts from the server's while a connection lives for days.
 */
final class ImapSession implements AutoCloseable {

    /** Response codes of a NO that will be another answer later (RFC 5530 §3). */
    private static final List<String> NOT_NOW = List.of("[UNAVAILABLE]", "[INUSE]", "[LIMIT]", "[SERVERBUG]");

    private final IMAPProtocol protocol;
    private final long uidValidity;
    private final long uidNext;
    private int exists;
    private long expunged;
    private final AtomicReference<State> state = new AtomicReference<>(State.BUSY);
    private volatile boolean left;

    private enum State {
        BUSY,
        IDLE,
        ENDING
    }

    /** @param protocol logged in */
    ImapSession(IMAPProtocol protocol, String folder, boolean writable) throws IOException {
        this.protocol = protocol;
        try {
            var opened = writable ? protocol.select(folder) : protocol.examine(folder);
            this.exists = Math.max(opened.total, 0);
            this.uidValidity = opened.uidvalidity;
            this.uidNext = opened.uidnext;
        } catch (ProtocolException failed) {
            throw told("the folder", failed);
        }
        protocol.addResponseHandler(this::hear);
    }

    long uidValidity() {
        return uidValidity;
    }

    /** What the next mail's UID was when the folder was opened; not positive when the server did not say. */
    long uidNext() {
        return uidNext;
    }

    /** How many mails the folder has, as far as the server said so. */
    int exists() {
        return exists;
    }

    /** Rises when mails went away, and the numbers of others with them. */
    long expunged() {
        return expunged;
    }

    boolean canIdle() {
        return protocol.hasCapability("IDLE");
    }

    /** @throws RefusedException when the server did not want to */
    Response[] command(String command) throws IOException {
        var answer = protocol.command(command, null);
        protocol.notifyResponseHandlers(answer);
        try {
            protocol.handleResult(answer[answer.length - 1]);
        } catch (ProtocolException failed) {
            throw told(command.replaceAll("[^A-Z ].*", "").strip(), failed);
        }
        return answer;
    }

    /** What a command tells of mails. */
    List<FetchResponse> fetch(String command) throws IOException {
        var fetched = new ArrayList<FetchResponse>();
        for (var said : command(command)) {
            if (said instanceof FetchResponse fetch) {
                fetched.add(fetch);
            }
        }
        return fetched;
    }

    /** Lets the server say what changed. */
    void ask() throws IOException {
        command("NOOP");
    }

    /** Listens (RFC 2177) until a mail came, somebody said {@link #leave}, or the time is over, to the next read time-out. */
    void idle(Duration most) throws IOException {
        var before = exists;
        var deadline = System.nanoTime() + most.toNanos();
        var silences = 0;
        try {
            protocol.idleStart();
            state.set(State.IDLE);
            while (true) {
                if (left || exists > before || System.nanoTime() - deadline >= 0) {
                    endIdle();
                }
                var heard = protocol.readIdleResponse();
                if (!isSilence(heard)) {
                    if (!protocol.processIdleResponse(heard)) {
                        return;
                    }
                } else if (state.get() == State.ENDING && ++silences > 1) {
                    throw new SocketTimeoutException("the mail server did not end IDLE");
                }
            }
        } catch (ProtocolException failed) {
            throw told("IDLE", failed);
        } finally {
            state.set(State.BUSY);
        }
    }

    /** Ends {@link #idle}, now and whenever it is said again. */
    void leave() {
        left = true;
        endIdle();
    }

    private void endIdle() {
        if (state.compareAndSet(State.IDLE, State.ENDING)) {
            protocol.idleAbort();
        }
    }

    /** Says goodbye, which a connection that is broken already does not mind. */
    @Override
    public void close() {
        try {
            protocol.logout();
        } catch (ProtocolException gone) {
            protocol.disconnect();
        }
    }

    private void hear(Response heard) {
        if (heard instanceof IMAPResponse said && said.isUnTagged()) {
            if (said.keyEquals("EXISTS")) {
                exists = said.getNumber();
            } else if (said.keyEquals("EXPUNGE")) {
                exists = Math.max(0, exists - 1);
                expunged++;
            }
        }
    }

    private static boolean isSilence(Response heard) {
        return heard.isBYE()
                && heard.isSynthetic()
                && heard.getException() instanceof SocketTimeoutException late
                && late.bytesTransferred == 0;
    }

    /** Whether a NO is about the server, and not about the password or the mail. */
    static boolean isAboutTheServer(ProtocolException no) {
        var words = String.valueOf(no.getMessage());
        return NOT_NOW.stream().anyMatch(words::contains);
    }

    /** Names what failed, never what the server said: that may repeat a login or a mail. */
    static IOException told(String what, ProtocolException failed) {
        var broken = failed.getResponse() == null ? null : failed.getResponse().getException();
        if (broken instanceof InterruptedIOException) {
            return new IOException("the mail server did not answer " + what + " in time", broken);
        }
        if (isAboutTheServer(failed)) {
            return new IOException("the mail server has no time for " + what);
        }
        return failed instanceof CommandFailedException || failed instanceof BadCommandException
                ? new RefusedException("the mail server refused " + what)
                : new IOException("the mail server broke off at " + what, broken);
    }

    /** The server answered NO, or BAD, as Exchange does for a mail that it cannot render. */
    static final class RefusedException extends IOException {

        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }
}
