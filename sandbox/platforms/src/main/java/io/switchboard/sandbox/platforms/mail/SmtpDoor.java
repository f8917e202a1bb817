package io.switchboard.sandbox.platforms.mail;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collections;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/**
 * The way to the mail server: passes SMTP through line by line and fails on request. The server behind decides what is
 * accepted; the door only breaks off or refuses in its place. At most {@value #CONNECTIONS} connections at a time.
 */
public final class SmtpDoor implements AutoCloseable {

    private static final int CONNECTIONS = 16;
    private static final int BACKLOG = 50;

    private final ServerSocket door;
    private final int serverPort;
    private final Queue<SmtpFault> faults = new ConcurrentLinkedQueue<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Semaphore places = new Semaphore(CONNECTIONS);

    private SmtpDoor(ServerSocket door, int serverPort) {
        this.door = door;
        this.serverPort = serverPort;
    }

    /** Opens on 127.0.0.1; port 0 takes a free one. */
    static SmtpDoor open(int port, int serverPort) {
        try {
            var socket = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
            var smtp = new SmtpDoor(socket, serverPort);
            Thread.ofPlatform().daemon().name("smtp-door").start(smtp::receive);
            return smtp;
        } catch (IOException e) {
            throw new IllegalStateException("port " + port + " on 127.0.0.1 cannot be listened on", e);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    public void failNext(SmtpFault fault) {
        failNext(1, fault);
    }

    /** Lets this many of the next mails fail. A fault is used up by the first {@code RCPT} or {@code DATA} it meets. */
    public void failNext(int mails, SmtpFault fault) {
        faults.addAll(Collections.nCopies(mails, fault));
    }

    public void recover() {
        faults.clear();
    }

    @Override
    public void close() {
        close(door);
        open.forEach(SmtpDoor::close);
    }

    private void receive() {
        while (!door.isClosed()) {
            try {
                places.acquire();
                var client = door.accept();
                open.add(client);
                Thread.ofVirtual().name("smtp-door-connection").start(() -> serve(client));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException("the SMTP door cannot accept connections", e);
                }
            }
        }
    }

    private void serve(Socket client) {
        try (var server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            open.add(server);
            converse(client, server);
            open.remove(server);
        } catch (IOException e) {
            if (!door.isClosed()) {
                throw new UncheckedIOException("the mail server behind the door cannot be reached", e);
            }
        } finally {
            close(client);
            open.remove(client);
            places.release();
        }
    }

    private void converse(Socket client, Socket server) {
        try {
            new SmtpConversation(client, server, this::takeFault).run();
        } catch (IOException hungUp) {
            // The ordinary end of a conversation without QUIT. Closing both sides is all there is to do about it.
            close(client);
        }
    }

    /** The next fault, if it is one for this moment of a mail. */
    private synchronized Optional<SmtpFault> takeFault(boolean atRecipient) {
        var next = faults.peek();
        if (next == null || (next instanceof SmtpFault.Refuse) != atRecipient) {
            return Optional.empty();
        }
        return Optional.ofNullable(faults.poll());
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a socket cannot be closed", e);
        }
    }
}
