package io.switchboard.sandbox.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One keep-alive connection: one delivery after the other, each when the former was answered. Opens itself when it has something to send. */
final class Line {

    private final InetSocketAddress address;
    private final Selector selector;
    private final ByteBuffer reading;
    private final Ends ends;
    private final Bytes request = new Bytes(8 * 1024);
    private final Answer answer = new Answer();

    private @Nullable SocketChannel channel;
    private @Nullable SelectionKey key;
    private ByteBuffer unsent = ByteBuffer.allocate(0);
    private @Nullable Pending carried;
    private long sinceNanos;

    /** Is told how a delivery ended; the line is free by then. */
    interface Ends {
        /** @param status 2xx or not */
        void answered(Line line, Pending delivery, int status);

        void broke(Line line, Pending delivery, String why);
    }

    /** @param reading shared by all lines of one thread */
    Line(InetSocketAddress address, Selector selector, ByteBuffer reading, Ends ends) {
        this.address = address;
        this.selector = selector;
        this.reading = reading;
        this.ends = ends;
    }

    /** Where to write the next request. */
    Bytes request() {
        return request;
    }

    boolean isBusy() {
        return carried != null;
    }

    /** When its delivery was given to it, or when it became free. */
    long sinceNanos() {
        return sinceNanos;
    }

    void freed(long now) {
        sinceNanos = now;
    }

    /** Sends what is in {@link #request}. */
    void send(Pending delivery, long now) {
        carried = delivery;
        sinceNanos = now;
        answer.clear();
        unsent = ByteBuffer.wrap(request.array(), 0, request.length());
        try {
            if (channel == null) {
                open();
            } else {
                write();
            }
        } catch (IOException broken) {
            fail(reason(broken));
        }
    }

    /** Its channel can connect, write or read. */
    void act(SelectionKey ready) {
        try {
            if (ready.isConnectable()) {
                connected();
            } else if (ready.isWritable()) {
                write();
            } else {
                read();
            }
        } catch (IOException broken) {
            fail(reason(broken));
        }
    }

    /** Gives up waiting, when it waits for something. */
    void fail(String why) {
        close();
        var lost = carried;
        carried = null;
        if (lost != null) {
            ends.broke(this, lost, why);
        }
    }

    void close() {
        var open = channel;
        channel = null;
        key = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException alreadyBroken) {
                // Nothing can be told about a connection that nobody uses any more.
                assert !open.isOpen();
            }
        }
    }

    private void open() throws IOException {
        var opening = SocketChannel.open();
        channel = opening;
        opening.configureBlocking(false);
        opening.setOption(StandardSocketOptions.TCP_NODELAY, true);
        var connected = opening.connect(address);
        key = opening.register(selector, connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
        if (connected) {
            write();
        }
    }

    private void connected() throws IOException {
        if (channel != null && channel.finishConnect()) {
            write();
        }
    }

    private void write() throws IOException {
        if (channel == null || key == null) {
            return;
        }
        channel.write(unsent);
        var wanted = unsent.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ;
        if (key.interestOps() != wanted) {
            key.interestOps(wanted);
        }
    }

    private void read() throws IOException {
        if (channel == null) {
            return;
        }
        if (channel.read(reading.clear()) < 0) {
            ended();
            return;
        }
        answer.add(reading.flip());
        if (carried == null) {
            throw new IOException("the server spoke unasked");
        }
        if (answer.isWhole()) {
            finish();
        }
    }

    private void ended() {
        if (carried != null && answer.isWholeAtEnd()) {
            finish();
        } else {
            fail(answer.isEmpty() ? "closed before an answer" : "closed within an answer");
        }
    }

    private void finish() {
        var delivered = carried;
        carried = null;
        if (answer.closes()) {
            close();
        }
        if (delivered != null) {
            ends.answered(this, delivered, answer.status());
        }
    }

    private static String reason(IOException broken) {
        return broken instanceof java.net.ConnectException ? "refused" : String.valueOf(broken.getMessage());
    }
}
