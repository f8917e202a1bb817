package io.switchboard.sandbox.desk.hub;

import io.switchboard.canonical.TenantId;
import io.switchboard.connector.Secret;
import io.switchboard.gateway.connections.ConnectionProvisioning;
import io.switchboard.sandbox.desk.page.Customers;
import io.switchboard.sandbox.platforms.PlatformSettings;
import io.switchboard.sandbox.platforms.demo.DemoCustomer;
import io.switchboard.sandbox.platforms.whatsapp.WhatsAppNumber;
import io.switchboard.sandbox.platforms.whatsapp.WhatsAppPerson;
import io.switchboard.sandbox.platforms.wire.HookAnswer;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** The merchant {@code demo}, its connections {@code demo-<connector>}, and its customers. */
@Configuration(proxyBeanMethods = false)
class DemoMerchant {

    private static final Logger log = LoggerFactory.getLogger(DemoMerchant.class);
    private static final TenantId DEMO = new TenantId("demo");

    private final ConnectionProvisioning provisioning;
    private final World world;
    private final Environment environment;

    DemoMerchant(ConnectionProvisioning provisioning, World world, Environment environment) {
        this.provisioning = provisioning;
        this.world = world;
        this.environment = environment;
        connect();
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        log.atInfo()
                .addKeyValue("desk", "http://localhost:" + environment.getProperty("local.server.port") + "/")
                .addKeyValue("kafka", world.kafka().bootstrapServers())
                .log("switchboard is ready");
    }

    @Bean
    Customers customers() {
        return new DemoCustomers(world);
    }

    private void connect() {
        var secrets = PlatformSettings.Secrets.sandbox();
        var whatsApp = secrets.whatsapp();
        provisioning.connect(
                DEMO,
                "whatsapp",
                "demo-whatsapp",
                WhatsAppNumber.demo().phoneNumberId(),
                Map.of("graph_url", base(world.platforms().whatsapp().base())),
                Map.of(
                        "app_secret", Secret.of(whatsApp.appSecret()),
                        "verify_token", Secret.of(whatsApp.verifyToken()),
                        "access_token", Secret.of(whatsApp.accessToken())));
        var shopify = secrets.shopify();
        provisioning.connect(
                DEMO,
                "shopify",
                "demo-shopify",
                "demo.myshopify.com",
                Map.of("admin_url", base(world.platforms().shopify().base())),
                Map.of(
                        "client_secret", Secret.of(shopify.clientSecret()),
                        "access_token", Secret.of(shopify.accessToken())));
        var mail = world.platforms().mail();
        provisioning.connect(
                DEMO,
                "email",
                "demo-email",
                mail.supportAccount().address(),
                Map.of(
                        "smtp_host", "127.0.0.1",
                        "smtp_port", Integer.toString(mail.smtpPort()),
                        "smtp_security", "none",
                        "imap_host", "127.0.0.1",
                        "imap_port", Integer.toString(mail.imapPort()),
                        "imap_security", "none",
                        "imap_user", mail.supportAccount().address()),
                Map.of(
                        "hook_token", Secret.of(secrets.emailHookToken()),
                        "imap_password", Secret.of(mail.supportAccount().password())));
        provisioning.publish();
    }

    private static String base(URI uri) {
        return uri.toString().replaceFirst("/$", "");
    }

    /** Ada has a phone, Grace a mailbox, and the shop's catalogue has orders of everybody. */
    private static final class DemoCustomers implements Customers {

        private final World world;
        private final AtomicInteger turn = new AtomicInteger();

        DemoCustomers(World world) {
            this.world = world;
        }

        @Override
        public void whatsAppMessage(String text) throws IOException {
            var posted = world.platforms()
                    .whatsapp()
                    .customer(WhatsAppPerson.of(DemoCustomer.ADA))
                    .says(text);
            accepted(posted.answer(), 200);
        }

        @Override
        public void email(String subject, String text) throws IOException {
            var mail = world.platforms().mail();
            accepted(mail.hook().post(mail.customer(DemoCustomer.GRACE).writes(subject, text)), 202);
        }

        @Override
        public void shopifyOrder() throws IOException {
            var shop = world.platforms().shopify();
            var orders = shop.catalogue().orders();
            var order = orders.get(turn.getAndIncrement() % orders.size());
            accepted(shop.caller().post(shop.caller().orders().created(order)), 200);
        }

        private static void accepted(HookAnswer answer, int expected) throws IOException {
            if (answer.status() != expected) {
                throw new IOException("the gateway answered " + answer.status() + ", expected " + expected);
            }
        }
    }
}
