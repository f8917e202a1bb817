package io.switchboard.gateway.intake.mail;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.server.Session;

/**
 * STARTTLS (RFC 3207) with whatever certificate is in use at the moment.
 *
 * @param context asked for each handshake, so that a renewed certificate needs no restart; empty when none is configured
 */
record SmtpTls(Supplier<Optional<SSLContext>> context) {

    private static final Logger log = LoggerFactory.getLogger(SmtpTls.class);

    static final SmtpTls NONE = new SmtpTls(Optional::empty);

    boolean isOffered(Session session) {
        return !session.isTLSStarted() && context.get().isPresent();
    }

    /**
     * Everything said before is forgotten, and what was sent behind the command without waiting is thrown away: it may be somebody else's
     * (CVE-2011-0411).
     */
    void begin(Session session) throws IOException {
        var tls = context.get();
        if (session.isTLSStarted() || tls.isEmpty()) {
            session.sendResponse(
                    session.isTLSStarted() ? "503 5.5.1 TLS is active already" : "502 5.5.1 STARTTLS is not offered");
            return;
        }
        session.sendResponse("220 2.0.0 go ahead");
        try {
            session.setSocket(shakeHands(session, tls.get()));
            session.resetSmtpProtocol();
            session.setTlsStarted(true);
        } catch (IOException failed) {
            log.atInfo()
                    .addKeyValue("cause", failed.getClass().getSimpleName())
                    .log("smtp client did not complete the TLS handshake");
            session.quit();
        }
    }

    private static SSLSocket shakeHands(Session session, SSLContext tls) throws IOException {
        var plain = session.getSocket();
        var address = session.getRealRemoteAddress();
        var secure = (SSLSocket)
                tls.getSocketFactory().createSocket(plain, address.getHostString(), address.getPort(), true);
        secure.setUseClientMode(false);
        secure.startHandshake();
        return secure;
    }
}
