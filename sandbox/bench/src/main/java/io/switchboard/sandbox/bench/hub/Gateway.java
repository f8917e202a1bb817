package io.switchboard.sandbox.bench.hub;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** A gateway with the bench's merchants; it has started when its readiness is UP. */
public final class Gateway extends JavaServer {

    private static final int MILLIS = 2_000;

    private final URI base;
    private final int smtpPort;

    Gateway(String name, JavaProgram program, int port, int smtpPort) {
        super(name, program);
        this.base = URI.create("http://127.0.0.1:" + port);
        this.smtpPort = smtpPort;
    }

    /** Base of {@code /hooks/<connector>/<connection>}. */
    public URI hooks() {
        return base;
    }

    /** Base of {@code /actuator/…}. */
    public URI management() {
        return base;
    }

    public int smtpPort() {
        return smtpPort;
    }

    /** Whether it says so itself. */
    public boolean isReady() {
        try {
            var asked = (HttpURLConnection)
                    management().resolve("/actuator/health/readiness").toURL().openConnection();
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
