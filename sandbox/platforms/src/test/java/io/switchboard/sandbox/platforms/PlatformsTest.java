package io.switchboard.sandbox.platforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.switchboard.sandbox.platforms.PlatformSettings.Ports;
import io.switchboard.sandbox.platforms.demo.DemoCustomer;
import io.switchboard.sandbox.platforms.testing.ApiClient;
import io.switchboard.sandbox.platforms.testing.Received;
import io.switchboard.sandbox.platforms.testing.SettableClock;
import io.switchboard.sandbox.platforms.testing.StandInGateway;
import io.switchboard.sandbox.platforms.whatsapp.StatusPlan;
import io.switchboard.sandbox.platforms.whatsapp.WhatsAppPerson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlatformsTest {

    private final SettableClock clock = new SettableClock();
    private final StandInGateway gateway = new StandInGateway();
    private final PlatformSettings settings =
            PlatformSettings.sandbox(gateway.base(), 42).withStatuses(StatusPlan.immediate());

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void calls_the_hooks_of_the_demo_merchant() throws Exception {
        try (var platforms = Platforms.start(settings, clock)) {
            platforms.whatsapp().customer(WhatsAppPerson.of(DemoCustomer.ADA)).says("hi");
            var shop = platforms.shopify();
            shop.caller().post(shop.caller().orders().created(shop.catalogue().order(1001)));
            var mail = platforms.mail();
            mail.hook().post(mail.customer(DemoCustomer.ADA).writes("hi", "there"));
        }

        assertThat(gateway.received())
                .extracting(request -> request.uri().getPath())
                .containsExactly(
                        "/hooks/whatsapp/demo-whatsapp", "/hooks/shopify/demo-shopify", "/hooks/email/demo-email");
    }

    @Test
    void calls_statuses_back_to_the_same_hook() throws Exception {
        try (var platforms = Platforms.start(settings, clock);
                var business = new ApiClient(
                        platforms.whatsapp().base(), Map.of("Authorization", "Bearer sandbox-whatsapp-access-token"))) {
            business.post(
                    "/v25.0/106540352242922/messages",
                    "{\"messaging_product\":\"whatsapp\",\"to\":\"15550100001\",\"text\":{\"body\":\"hi\"}}");

            await().until(() -> gateway.received().size() == 3);
            assertThat(gateway.received()).extracting(Received::method).containsOnly("POST");
        }
    }

    @Test
    void starts_all_or_none() throws Exception {
        try (var first = Platforms.start(settings, clock)) {
            int taken = first.mail().smtpPort();
            var before = threads();

            assertThatThrownBy(() -> Platforms.start(settings.withPorts(new Ports(0, 0, taken, 0)), clock))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("port " + taken);
            await().untilAsserted(() -> assertThat(threads()).isSubsetOf(before));
        }
    }

    @Test
    void leaves_no_thread_behind() {
        useOnce();
        var before = threads();

        useOnce();

        await().untilAsserted(() -> assertThat(threads()).isSubsetOf(before));
    }

    @Test
    void is_not_reachable_from_outside() throws Exception {
        try (var platforms = Platforms.start(settings, clock)) {
            var outside = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .toList();
            for (int port : new int[] {
                platforms.whatsapp().base().getPort(),
                platforms.shopify().base().getPort(),
                platforms.mail().smtpPort(),
                platforms.mail().imapPort()
            }) {
                assertThat(connects(InetAddress.getLoopbackAddress(), port)).isTrue();
                assertThat(outside).noneMatch(address -> connects(address, port));
            }
        }
    }

    @Test
    void builds_hook_addresses_with_or_without_a_slash_at_the_end() {
        assertThat(PlatformSettings.sandbox(URI.create("http://127.0.0.1:8080/"), 1)
                        .hook("email"))
                .hasToString("http://127.0.0.1:8080/hooks/email/demo-email");
    }

    @Test
    void prints_no_secret() {
        assertThat(settings.toString()).doesNotContain("sandbox-whatsapp", "sandbox-shopify", "sandbox-email");
    }

    private void useOnce() {
        try (var platforms = Platforms.start(settings, clock)) {
            platforms.whatsapp().customer(WhatsAppPerson.of(DemoCustomer.ADA)).says("hi");
        }
    }

    private static boolean connects(InetAddress address, int port) {
        try (var socket = new Socket(address, port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Of this process, but for those of the tests themselves and of the JDK's shared pools. */
    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().matches("(stand-in-gateway|awaitility|ForkJoinPool).*"))
                .collect(Collectors.toSet());
    }
}
