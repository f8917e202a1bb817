package io.switchboard.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.canonical.InboundEvent;
import io.switchboard.canonical.InboundEvent.MessageReceived;
import io.switchboard.canonical.InboundEvent.ReceiptChanged;
import io.switchboard.canonical.InboundMessage;
import io.switchboard.canonical.ThreadAddress;
import io.switchboard.canonical.ThreadKey;
import io.switchboard.connector.Acknowledgement;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.Translation;
import io.switchboard.connector.Verification;
import io.switchboard.connector.testkit.GoldenFile;
import io.switchboard.connector.testkit.HttpRequestFile;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the golden files show one by one and nobody must change by accepting them. */
class WhatsAppTranslationTest {

    private static final String DM = "dm:" + Shop.NUMBER + ":";

    private final WhatsAppWebhooks webhooks = new WhatsAppWebhooks();

    @Test
    void acknowledges_with_exactly_200() {
        assertThat(webhooks.acknowledge(delivery("text").id())).isEqualTo(new Acknowledgement(200, "text/plain", ""));
    }

    @Test
    void believes_the_signature_of_every_recorded_delivery() {
        assertThat(GoldenFile.list(getClass(), "deliveries", ".http").stream()
                        .filter(file -> !file.endsWith("published-vector.http"))
                        .map(HttpRequestFile::read)
                        .filter(delivery -> delivery.method().equals("POST")))
                .hasSizeGreaterThan(50)
                .allSatisfy(delivery ->
                        assertThat(webhooks.verify(delivery, Shop.SECRETS)).isEqualTo(Verification.AUTHENTIC));
    }

    @Test
    void finds_all_28_elements_of_two_entries_with_two_changes_in_item_order() {
        var events = translate("batch").events();

        assertThat(events.stream().map(WhatsAppTranslationTest::nativeId))
                .containsExactlyElementsOf(IntStream.of(3, 6, 9, 12)
                        .boxed()
                        .flatMap(last -> Stream.concat(
                                IntStream.rangeClosed(last - 2, last).mapToObj(i -> "wamid.IN" + i),
                                Stream.of("SENT", "DELIVERED", "READ", "FAILED")
                                        .map(state -> "wamid.OUT" + last + state)))
                        .toList());
    }

    @Test
    void files_a_conversation_under_the_number_the_delivery_names() {
        var message = message("another-number");

        assertThat(message.thread()).isEqualTo(ThreadAddress.of("dm:999999999999999:12025550123"));
        assertThat(message.returnAddress().fields()).containsEntry("phone_number_id", "999999999999999");
    }

    @Test
    void prefers_the_phone_number_and_remembers_every_other_name() {
        assertThat(message("text-phone-and-user-id").thread())
                .isEqualTo(thread("12025550123", "DE.77700011122233344455", "DE.ENT.88800011122233344455"));
        assertThat(message("text-phone-only-in-contact").thread())
                .isEqualTo(thread("12025550123", "DE.77700011122233344455"));
        assertThat(message("text-without-phone").thread())
                .isEqualTo(thread("DE.77700011122233344455", "DE.ENT.88800011122233344455"));
    }

    @Test
    void answers_a_user_without_phone_number_by_user_id() {
        assertThat(message("text-without-phone").returnAddress().fields())
                .containsEntry("recipient", "DE.77700011122233344455")
                .doesNotContainKey("to");
    }

    @Test
    void leads_statuses_to_the_conversation_of_their_recipient() {
        assertThat(translate("statuses").events())
                .hasSize(5)
                .allSatisfy(status -> assertThat(status.thread())
                        .isEqualTo(thread("12025550123", "DE.77700011122233344455", "DE.ENT.88800011122233344455")));
        assertThat(translate("status-without-phone").events().getFirst().thread())
                .isEqualTo(thread("DE.77700011122233344455", "DE.ENT.88800011122233344455"));
        assertThat(translate("status-in-group").events().getFirst().thread())
                .isEqualTo(message("text-in-group").thread())
                .isEqualTo(thread("group:Y2FwaV9ncm91cDox"));
    }

    @Test
    void opens_the_window_for_24_hours_from_the_message_and_not_from_its_arrival() {
        var capability = message("text").replyCapability();

        assertThat(capability.freeFormUntil()).contains(Instant.parse("2026-01-02T00:00:00Z"));
        assertThat(capability.openedBy()).contains("message");
        assertThat(capability.templates()).isTrue();
    }

    @Test
    void does_not_prolong_the_window_after_a_click_on_an_advertisement() {
        var capability = message("text-from-ad").replyCapability();

        assertThat(capability.freeFormUntil()).contains(Instant.parse("2026-01-02T00:00:00Z"));
        assertThat(capability.openedBy()).contains("ad_click");
    }

    @Test
    void opens_no_window_for_what_the_merchant_or_whatsapp_says() {
        var echo =
                (InboundEvent.MessageSentElsewhere) translate("echoes").events().getFirst();

        assertThat(echo.message().replyCapability()).isEqualTo(ReplyWindow.TEMPLATES_ONLY);
        assertThat(message("system-user-id-changed").replyCapability()).isEqualTo(ReplyWindow.TEMPLATES_ONLY);
    }

    @Test
    void never_drops_a_message_of_an_unknown_type_nor_what_follows_it() {
        assertThat(message("unknown-type").content().getFirst().fallbackText()).isEqualTo("[unsupported: hologram]");
        assertThat(message("no-type").content().getFirst().fallbackText()).isEqualTo("[unsupported: unknown]");
    }

    @Test
    void keeps_the_sound_elements_of_a_change_whose_contacts_are_broken() {
        var translation = translate("broken-elements");

        assertThat(translation.events().stream().map(WhatsAppTranslationTest::nativeId))
                .containsExactly("wamid.FINE", "wamid.OKSENT");
        assertThat(translation.ignored()).hasSize(12);
    }

    private static String nativeId(InboundEvent event) {
        return switch (event) {
            case MessageReceived received -> received.message().nativeId();
            case ReceiptChanged receipt -> receipt.target() + receipt.state();
            default -> throw new AssertionError("neither message nor receipt: " + event.key());
        };
    }

    private static ThreadAddress thread(String own, String... related) {
        return new ThreadAddress(
                new ThreadKey(DM + own),
                Stream.of(related).map(name -> new ThreadKey(DM + name)).toList());
    }

    private InboundMessage message(String name) {
        return ((MessageReceived) translate(name).events().getFirst()).message();
    }

    private Translation translate(String name) {
        return webhooks.translate(delivery(name), Shop.CONNECTION);
    }

    private Delivery delivery(String name) {
        return GoldenFile.list(getClass(), "deliveries", ".http").stream()
                .filter(file -> file.endsWith(name + ".http"))
                .findFirst()
                .map(HttpRequestFile::read)
                .orElseThrow();
    }
}
