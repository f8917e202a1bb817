package io.switchboard.sandbox.infrastructure;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A TCP port of 127.0.0.1 on which a server is about to listen. */
record LoopbackPort(int number) {

    static final String HOST = "127.0.0.1";

    /**
     * Occupies the wanted port, or a free one when 0 is wanted, until the caller closes the socket and starts its server.
     *
     * @throws StartRefusedException when somebody listens there already
     */
    static ServerSocket bind(int wanted, String service) throws IOException {
        try {
            return new ServerSocket(wanted, 1, InetAddress.ofLiteral(HOST));
        } catch (BindException e) {
            throw new StartRefusedException(
                    "%s: port %d on %s is already in use; stop what listens there (ss -ltnp 'sport = :%d' names it) or start on another port"
                            .formatted(service, wanted, HOST, wanted));
        }
    }

    static LoopbackPort of(ServerSocket socket) {
        return new LoopbackPort(socket.getLocalPort());
    }

    String address() {
        return HOST + ":" + number;
    }
}
