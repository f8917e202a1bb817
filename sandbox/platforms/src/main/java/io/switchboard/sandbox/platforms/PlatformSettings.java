package io.switchboard.sandbox.platforms;

import io.switchboard.sandbox.platforms.shopify.ShopifySecrets;
import io.switchboard.sandbox.platforms.whatsapp.StatusPlan;
import io.switchboard.sandbox.platforms.whatsapp.WhatsAppSecrets;
import java.net.URI;

/**
 * The whole outside world of the demo merchant.
 *
 * @param hookBase scheme, host and port of the gateway; hooks are {@code {hookBase}/hooks/{connector}/demo-{connector}}
 * @param statuses what becomes of WhatsApp messages, and how fast
 * @param seed of every id; take a fresh one for each run that keeps its data, or new messages pass for redeliveries
 */
public record PlatformSettings(URI hookBase, Ports ports, Secrets secrets, StatusPlan statuses, long seed) {

    /** Ports on 127.0.0.1; 0 takes a free one. */
    public record Ports(int whatsapp, int shopify, int smtp, int imap) {

        public static Ports free() {
            return new Ports(0, 0, 0, 0);
        }
    }

    /** What the merchant and the platforms share. */
    public record Secrets(WhatsAppSecrets whatsapp, ShopifySecrets shopify, String emailHookToken) {

        public static Secrets sandbox() {
            return new Secrets(WhatsAppSecrets.sandbox(), ShopifySecrets.sandbox(), "sandbox-email-secret");
        }

        @Override
        public String toString() {
            return "Secrets[***]";
        }
    }

    public static PlatformSettings sandbox(URI hookBase, long seed) {
        return new PlatformSettings(hookBase, Ports.free(), Secrets.sandbox(), StatusPlan.lively(), seed);
    }

    public PlatformSettings withPorts(Ports changed) {
        return new PlatformSettings(hookBase, changed, secrets, statuses, seed);
    }

    public PlatformSettings withStatuses(StatusPlan changed) {
        return new PlatformSettings(hookBase, ports, secrets, changed, seed);
    }

    /** Where deliveries of the demo merchant's connection are posted. */
    public URI hook(String connector) {
        var base = hookBase.toString().replaceFirst("/$", "");
        return URI.create("%s/hooks/%s/demo-%s".formatted(base, connector, connector));
    }
}
