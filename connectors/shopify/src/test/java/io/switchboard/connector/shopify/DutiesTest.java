package io.switchboard.connector.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.canonical.HealthState;
import io.switchboard.canonical.IdentityKey;
import io.switchboard.canonical.InboundEvent.ConnectionHealthChanged;
import io.switchboard.canonical.InboundEvent.PrivacyRequested;
import io.switchboard.canonical.PrivacyRequestKind;
import io.switchboard.connector.MalformedDeliveryException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The mandatory topics: privacy and uninstallation. */
class DutiesTest {

    @Test
    void a_data_request_names_whose_data_which_orders_and_until_when() {
        var event = Samples.hook("customers/data_request").event(PrivacyRequested.class);
        var request = event.request();

        assertThat(request.kind()).isEqualTo(PrivacyRequestKind.DATA_REQUEST);
        assertThat(request.nativeId()).isEqualTo("9999");
        assertThat(request.subject().orElseThrow().identities())
                .containsExactly(
                        new IdentityKey("shopify.customer", Hook.SHOP, Samples.CUSTOMER_ID),
                        IdentityKey.global("email", "ada@example.com"));
        assertThat(request.resources()).containsExactly("7300000000000000001", "7300000000000000002");
        assertThat(request.dueBy()).contains(Instant.parse("2026-03-05T10:00:05Z"));
        assertThat(event.occurredAt().at()).isEqualTo("2026-02-03T10:00:04.123Z");
    }

    @Test
    void a_customers_erasure_names_the_orders_to_erase() {
        var request =
                Samples.hook("customers/redact").event(PrivacyRequested.class).request();

        assertThat(request.kind()).isEqualTo(PrivacyRequestKind.REDACT_CUSTOMER);
        assertThat(request.subject()).isPresent();
        assertThat(request.resources()).containsExactly("7300000000000000001");
        assertThat(request.dueBy()).contains(Instant.parse("2026-03-05T10:00:05Z"));
    }

    @Test
    void a_shops_erasure_is_about_the_shop_the_signed_body_names() {
        var hook = Samples.hook("shop/redact").with("X-Shopify-Shop-Domain", "somebody-else.myshopify.com");
        var request = hook.event(PrivacyRequested.class).request();

        assertThat(request.kind()).isEqualTo(PrivacyRequestKind.REDACT_SHOP);
        assertThat(request.nativeId()).startsWith("teapots.myshopify.com/");
        assertThat(request.subject()).isEmpty();
        assertThat(request.dueBy()).isPresent();
        assertThat(hook.timelines()).containsExactly("timeline:shop:teapots.myshopify.com");
    }

    @Test
    void erasing_the_same_customer_a_second_time_is_another_request() {
        var first = Samples.hook("customers/redact");
        var later = first.with(Hook.EVENT, "0b7bd26e-35ba-4bd0-8d9e-df4f1c0d2f5e");
        var withoutId = first.without(Hook.EVENT);
        var laterWithoutId = withoutId.with(Hook.TRIGGERED, "2026-05-01T00:00:00Z");

        assertThat(later.keys()).doesNotContainAnyElementsOf(first.keys());
        assertThat(laterWithoutId.keys()).doesNotContainAnyElementsOf(withoutId.keys());
    }

    @Test
    void an_erasure_of_nobody_is_malformed() {
        assertThatThrownBy(Hook.of("customers/redact", "{\"shop_domain\": \"teapots.myshopify.com\"}")::translation)
                .isInstanceOf(MalformedDeliveryException.class)
                .hasMessage("customer.id is missing");
        assertThatThrownBy(Hook.of("shop/redact", "{}")::translation)
                .isInstanceOf(MalformedDeliveryException.class)
                .hasMessage("shop_domain is missing");
    }

    @Test
    void an_uninstallation_revokes_the_connection() {
        var hook = Samples.hook("app/uninstalled");
        var event = hook.event(ConnectionHealthChanged.class);

        assertThat(event.state()).isEqualTo(HealthState.REVOKED);
        assertThat(event.reason()).isEqualTo("app uninstalled by the shop");
        assertThat(hook.timelines()).containsExactly("timeline:shop:" + Hook.SHOP);
    }

    @Test
    void uninstalling_again_after_a_new_installation_is_another_event() {
        var first = Samples.hook("app/uninstalled");
        var later = first.with(Hook.EVENT, "0b7bd26e-35ba-4bd0-8d9e-df4f1c0d2f5e");

        assertThat(later.keys()).doesNotContainAnyElementsOf(first.keys());
    }

    @Test
    void withdrawn_scopes_call_for_action_and_are_named() {
        var event = Samples.hook("app/scopes_update").event(ConnectionHealthChanged.class);

        assertThat(event.state()).isEqualTo(HealthState.ACTION_REQUIRED);
        assertThat(event.reason()).isEqualTo("access scopes withdrawn: read_orders, read_returns");
    }

    @Test
    void scopes_that_only_grew_are_no_news() {
        var translation = Hook.of(
                        "app/scopes_update",
                        "{\"previous\": [\"read_orders\"], \"current\": [\"read_orders\", \"read_returns\"]}")
                .translation();

        assertThat(translation.events()).isEmpty();
        assertThat(translation.ignored()).hasSize(1);
    }
}
