package io.switchboard.gateway.intake.mail;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/**
 * Who is connected, and since when we wait for them. The library's time-out starts anew with every byte; here a whole command, or a
 * whole part of a mail, has to come in time, so that nobody keeps a place by sending a byte now and then.
 */
final class SmtpClients implements SessionHandler, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SmtpClients.class);
    private static final long LOOK_MILLIS = 500;

    private final Duration timeout;
    private final SmtpTransfers transfers = new SmtpTransfers();
    private final Set<Session> connected = ConcurrentHashMap.newKeySet();
    private final Map<Session, Long> awaitedUntil = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean leaving;

    SmtpClients(Duration timeout) {
        this.timeout = timeout;
        Thread.ofVirtual().name("smtp-clients").start(this::watch);
    }

    SmtpTransfers transfers() {
        return transfers;
    }

    @Override
    public SessionAcceptance accept(Session session) {
        if (leaving) {
            return SessionAcceptance.failure(421, "4.3.2 going down, try again");
        }
        connected.add(session);
        awaits(session);
        return SessionAcceptance.success();
    }

    @Override
    public void onSessionEnd(Session session) {
        connected.remove(session);
        awaitedUntil.remove(session);
    }

    /** The client has its time again. */
    void awaits(Session session) {
        awaitedUntil.put(session, System.nanoTime() + timeout.toNanos());
    }

    /** It is for us to do something. */
    void works(Session session) {
        awaitedUntil.remove(session);
    }

    /**
     * Takes no more mails, waits for those that are being received, then sends everybody away.
     *
     * @return whether all came to an end
     */
    boolean leave(Duration grace) throws InterruptedException {
        leaving = true;
        try {
            return transfers.drain(grace);
        } finally {
            // Also those that were answered and whose time has not begun again.
            connected.forEach(session -> sendAway(session, "421 4.3.2 going down, try again"));
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void watch() {
        try {
            while (!closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                var now = System.nanoTime();
                awaitedUntil.forEach((session, until) -> {
                    if (now - until > 0 && awaitedUntil.remove(session, until)) {
                        sendAway(session, "421 4.4.2 too slow, try again");
                    }
                });
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sendAway(Session session, String why) {
        try {
            session.sendResponse(why);
        } catch (IOException gone) {
            log.atDebug().addKeyValue("cause", gone.getClass().getSimpleName()).log("smtp client left first");
        }
        session.quit();
    }
}
