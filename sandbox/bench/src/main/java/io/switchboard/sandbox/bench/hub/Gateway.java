package io.switchboard.sandbox.bench.hub;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** A gateway with the bench's merchants; it has started when its readiness is UP. */
public final class Gateway extends JavaServer {

    private static final int MILLIS = 2_000;

    private final Ports ports;

    Gateway(String name, JavaProgram program, Ports ports) {
        super(name, program);
        this.ports = ports;
    }

    /**
     * Where it listens.
     *
     * @param edge takes hooks and nothing else
     * @param web takes everything
     */
    record Ports(int edge, int web, int smtp) {}

    /** Base of {@code /hooks/<connector>/<connection>}. */
    public URI hooks() {
        return base(ports.edge());
    }

    /** Base of {@code /actuator/…}; hooks are taken there, too. */
    public URI management() {
        return base(ports.web());
    }

    public int smtpPort() {
        return ports.smtp();
    }

    private static URI base(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Whether it takes deliveries, as it says itself. */
    public boolean isReady() {
        return isUp("readiness");
    }

    /** Whether what it takes goes on to {@code tickets}, as it says itself. */
    public boolean isFlowing() {
        return isUp("flow");
    }

    private boolean isUp(String group) {
        try {
            var asked = (HttpURLConnection)
                    management().resolve("/actuator/health/" + group).toURL().openConnection();
            asked.setConnectTimeout(MILLIS);
            asked.setReadTimeout(MILLIS);
            try {
                return asked.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                asked.disconnect();
            }
        } catch (IOException away) {
            return false;
        }
    }

    @Override
    boolean serves(long printedBefore) {
        return isReady();
    }
}
