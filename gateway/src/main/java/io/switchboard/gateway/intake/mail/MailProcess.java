package io.switchboard.gateway.intake.mail;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/**
 * This process among those that read mailboxes. It says in PostgreSQL that it is there, on a thread of its own, and whoever was not heard of for a
 * while is struck off, together with what it held. Only PostgreSQL's clock counts.
 */
final class MailProcess implements SmartLifecycle {

    /** Begins before whatever reads mailboxes, Camel's routes among them, and ends behind it. */
    static final int PHASE = 0;

    private static final Logger log = LoggerFactory.getLogger(MailProcess.class);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final UUID id;
    private final JdbcClient jdbc;
    private final MailIntakeProperties.Imap properties;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;

    MailProcess(UUID id, JdbcClient jdbc, MailIntakeProperties.Imap properties) {
        this.id = id;
        this.jdbc = jdbc;
        this.properties = properties;
    }

    UUID id() {
        return id;
    }

    @Override
    public void start() {
        if (properties.enabled()) {
            beat();
            thread = Thread.ofVirtual().name("mail-process").start(this::keep);
        }
    }

    /** Whatever this process read is free at once. */
    @Override
    public void stop() {
        stopping.countDown();
        var keeping = thread;
        if (keeping == null) {
            return;
        }
        try {
            keeping.join(FAREWELL);
            jdbc.sql("delete from mail_process where process_id = ?").param(id).update();
        } catch (DataAccessException away) {
            log.atInfo()
                    .addKeyValue("cause", cause(away))
                    .log("mailboxes are free when this process was silent for long");
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** Says that this process is there, and strikes off who was silent. */
    void beat() {
        jdbc.sql("""
                        insert into mail_process (process_id, seen_at) values (?, now())
                        on conflict (process_id) do update set seen_at = excluded.seen_at
                        """).param(id).update();
        var silent = jdbc.sql("delete from mail_process where seen_at < now() - ? * interval '1 millisecond'")
                .param(properties.handover().toMillis())
                .update();
        if (silent > 0) {
            log.atWarn().addKeyValue("processes", silent).log("mailboxes of silent processes became free");
        }
    }

    private void keep() {
        try {
            while (!stopping.await(properties.look().toNanos(), TimeUnit.NANOSECONDS)) {
                try {
                    beat();
                } catch (DataAccessException | TransactionException away) {
                    log.atWarn().addKeyValue("cause", cause(away)).log("presence of a mail process not told");
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String cause(Exception away) {
        return away.getClass().getSimpleName();
    }
}
