package io.switchboard.sandbox.platforms;

import io.switchboard.sandbox.platforms.mail.MailSettings;
import io.switchboard.sandbox.platforms.mail.MailWorld;
import io.switchboard.sandbox.platforms.shopify.ShopifySettings;
import io.switchboard.sandbox.platforms.shopify.ShopifyShop;
import io.switchboard.sandbox.platforms.whatsapp.WhatsAppCloud;
import io.switchboard.sandbox.platforms.whatsapp.WhatsAppSettings;
import io.switchboard.sandbox.platforms.wire.SimulatedPlatform;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;

/** All simulated platforms of the demo merchant, started together and closed together. */
public final class Platforms implements SimulatedPlatform {

    private final Deque<SimulatedPlatform> running = new ArrayDeque<>();
    private final WhatsAppCloud whatsapp;
    private final ShopifyShop shopify;
    private final MailWorld mail;

    private Platforms(PlatformSettings settings, Clock clock) {
        try {
            whatsapp = started(WhatsAppCloud.start(whatsapp(settings), clock));
            shopify = started(ShopifyShop.start(shopify(settings), clock));
            mail = started(MailWorld.start(mail(settings), clock));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Starts all, or none: a taken port is an IllegalStateException that names it. */
    public static Platforms start(PlatformSettings settings, Clock clock) {
        return new Platforms(settings, clock);
    }

    public WhatsAppCloud whatsapp() {
        return whatsapp;
    }

    public ShopifyShop shopify() {
        return shopify;
    }

    public MailWorld mail() {
        return mail;
    }

    @Override
    public void close() {
        while (!running.isEmpty()) {
            running.pop().close();
        }
    }

    private <T extends SimulatedPlatform> T started(T platform) {
        running.push(platform);
        return platform;
    }

    private static WhatsAppSettings whatsapp(PlatformSettings settings) {
        return WhatsAppSettings.sandbox(settings.hook("whatsapp"))
                .withPort(settings.ports().whatsapp())
                .withSecrets(settings.secrets().whatsapp())
                .withStatuses(settings.statuses())
                .withSeed(settings.seed());
    }

    private static ShopifySettings shopify(PlatformSettings settings) {
        return ShopifySettings.sandbox(settings.hook("shopify"))
                .withPort(settings.ports().shopify())
                .withSecrets(settings.secrets().shopify())
                .withSeed(settings.seed());
    }

    private static MailSettings mail(PlatformSettings settings) {
        return MailSettings.sandbox(settings.hook("email"))
                .withPorts(settings.ports().smtp(), settings.ports().imap())
                .withHookToken(settings.secrets().emailHookToken())
                .withSeed(settings.seed());
    }
}
