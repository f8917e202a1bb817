package io.switchboard.sandbox.platforms.whatsapp;

import io.switchboard.sandbox.platforms.wire.RetrySchedule;
import java.net.URI;
import java.time.Duration;

/**
 * One simulated business number.
 *
 * @param port of the Graph API on 127.0.0.1; 0 takes a free one
 * @param hook where deliveries and statuses are posted
 * @param retries after any answer but 200
 * @param seed of every id; see {@link io.switchboard.sandbox.platforms.wire.SeededIds}
 */
public record WhatsAppSettings(
        int port,
        WhatsAppNumber number,
        WhatsAppSecrets secrets,
        URI hook,
        StatusPlan statuses,
        RetrySchedule retries,
        long seed) {

    /** Retries are spread over half a minute here, where the platform spreads them over seven days. */
    public static WhatsAppSettings sandbox(URI hook) {
        return new WhatsAppSettings(
                0,
                WhatsAppNumber.demo(),
                WhatsAppSecrets.sandbox(),
                hook,
                StatusPlan.lively(),
                RetrySchedule.doubling(Duration.ofSeconds(1), 5),
                1);
    }

    public WhatsAppSettings withPort(int changed) {
        return new WhatsAppSettings(changed, number, secrets, hook, statuses, retries, seed);
    }

    public WhatsAppSettings withSecrets(WhatsAppSecrets changed) {
        return new WhatsAppSettings(port, number, changed, hook, statuses, retries, seed);
    }

    public WhatsAppSettings withStatuses(StatusPlan changed) {
        return new WhatsAppSettings(port, number, secrets, hook, changed, retries, seed);
    }

    public WhatsAppSettings withRetries(RetrySchedule changed) {
        return new WhatsAppSettings(port, number, secrets, hook, statuses, changed, seed);
    }

    public WhatsAppSettings withSeed(long changed) {
        return new WhatsAppSettings(port, number, secrets, hook, statuses, retries, changed);
    }
}
