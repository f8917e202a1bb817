package io.switchboard.connector.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.canonical.ConsentPurpose;
import io.switchboard.canonical.ConsentState;
import io.switchboard.canonical.IdentityKey;
import io.switchboard.canonical.InboundEvent.CommerceChanged;
import io.switchboard.canonical.InboundEvent.ConsentChanged;
import io.switchboard.canonical.InboundEvent.IdentityRekeyed;
import io.switchboard.canonical.Precision;
import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerTranslationTest {

    private static final IdentityKey KEPT = new IdentityKey("shopify.customer", Hook.SHOP, "8200000000000000017");
    private static final IdentityKey DELETED = new IdentityKey("shopify.customer", Hook.SHOP, "8200000000000000018");

    @Test
    void a_customer_is_told_with_all_names_on_the_customers_timeline() {
        var hook = Samples.hook("customers/update");
        var customer = hook.change().customer().orElseThrow();

        assertThat(customer.identities())
                .containsExactly(
                        KEPT,
                        IdentityKey.global("email", "ada@example.com"),
                        IdentityKey.global("phone", "4930901820"));
        assertThat(hook.change().attributes())
                .containsEntry("state", "enabled")
                .containsEntry("tags", "vip, oolong")
                .containsEntry("total_spent", "141.70")
                .containsEntry("last_order", Samples.ORDER_ID)
                .doesNotContainKey("note");
        assertThat(hook.timelines()).containsExactly("timeline:customer:" + Samples.CUSTOMER_ID);
    }

    @Test
    void the_scope_of_a_customer_is_the_shop_of_the_delivery() {
        var hook = Hook.of("customers/create", "{\"id\": 1}").with("X-Shopify-Shop-Domain", "Kettles.MyShopify.com");

        assertThat(hook.change().customer().orElseThrow().identities())
                .containsExactly(new IdentityKey("shopify.customer", "kettles.myshopify.com", "1"));
    }

    @Test
    void rest_and_graphql_spell_the_same_customer() {
        var rest = Hook.of("customers/delete", "{\"id\": 8200000000000000017}").change();
        var graphql = Samples.hook("customer.tags_added").change();

        assertThat(graphql.nativeId()).isEqualTo(rest.nativeId());
        assertThat(graphql.customer().orElseThrow().identities())
                .isEqualTo(rest.customer().orElseThrow().identities());
        assertThat(graphql.attributes()).containsEntry("tags", "vip, oolong");
    }

    @Test
    void a_completed_merge_gives_the_deleted_number_to_the_kept_customer() {
        var events = Samples.hook("customers/merge").translation().events();

        assertThat(events).hasSize(2);
        assertThat(events.getFirst()).isInstanceOfSatisfying(CommerceChanged.class, merged -> {
            assertThat(merged.change().customer().orElseThrow().identities()).containsExactly(KEPT, DELETED);
            assertThat(merged.change().attributes())
                    .containsEntry("status", "completed")
                    .containsEntry("merged", "8200000000000000018");
        });
        assertThat(events.getLast()).isInstanceOfSatisfying(IdentityRekeyed.class, rekeyed -> {
            assertThat(rekeyed.previous()).isEqualTo(DELETED);
            assertThat(rekeyed.current()).isEqualTo(KEPT);
        });
        assertThat(Samples.hook("customers/merge").timelines())
                .containsExactly("timeline:customer:8200000000000000017", "timeline:customer:8200000000000000018");
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "in_progress", "requested", "unheard_of"})
    void a_merge_that_is_not_completed_links_nobody(String status) {
        var hook = Hook.of("customers/merge", Samples.MERGE.replace("completed", status));

        assertThat(hook.change().customer().orElseThrow().identities()).containsExactly(KEPT);
        assertThat(hook.change().attributes()).containsEntry("status", status);
        assertThat(hook.timelines()).containsExactly("timeline:customer:8200000000000000017");
    }

    @Test
    void consent_is_the_addresss_so_the_address_comes_first() {
        var email = Samples.hook("customers_email_marketing_consent/update").event(ConsentChanged.class);
        var sms = Samples.hook("customers_marketing_consent/update").event(ConsentChanged.class);

        assertThat(email.party().identities()).containsExactly(IdentityKey.global("email", "ada@example.com"), KEPT);
        assertThat(email.purpose()).isEqualTo(ConsentPurpose.MARKETING);
        assertThat(email.state()).isEqualTo(ConsentState.OPTED_IN);
        assertThat(email.occurredAt().at()).isEqualTo("2026-02-03T08:00:00Z");
        assertThat(sms.party().identities()).containsExactly(IdentityKey.global("phone", "4930901820"), KEPT);
        assertThat(sms.state()).isEqualTo(ConsentState.OPTED_OUT);
    }

    @Test
    void consents_of_three_channels_in_one_second_are_three_events() {
        var keys = Stream.of(
                        Hook.of("customers_email_marketing_consent/update", Samples.EMAIL_CONSENT),
                        Hook.of(
                                "customers_marketing_consent/update",
                                Samples.SMS_CONSENT.replace("unsubscribed", "subscribed")),
                        Hook.of("customers_whats_app_marketing_consent/update", Samples.WHATSAPP_CONSENT))
                .flatMap(hook -> hook.keys().stream())
                .toList();

        assertThat(keys).hasSize(3);
        assertThat(new HashSet<>(keys)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "\"subscribed\", OPTED_IN",
        "\"unsubscribed\", OPTED_OUT",
        "\"redacted\", OPTED_OUT",
        "\"not_subscribed\", UNKNOWN",
        "\"pending\", UNKNOWN",
        "\"invalid\", UNKNOWN",
        "null, UNKNOWN",
        "7, UNKNOWN"
    })
    void only_a_plain_yes_is_a_yes(String state, ConsentState expected) {
        var hook = Hook.of(
                "customers_email_marketing_consent/update",
                "{\"customer_id\": 1, \"email_marketing_consent\": {\"state\": " + state + "}}");

        assertThat(hook.event(ConsentChanged.class).state()).isEqualTo(expected);
    }

    @Test
    void consent_without_any_time_keeps_its_key_on_redelivery() {
        var hook = Hook.of("customers_marketing_consent/update", "{\"id\": 1, \"sms_marketing_consent\": null}");
        var again = hook.receivedAt(Hook.RECEIVED.plusSeconds(60));

        assertThat(again.keys()).isEqualTo(hook.keys());
        assertThat(hook.event(ConsentChanged.class).occurredAt().precision()).isEqualTo(Precision.UNKNOWN);
    }

    @Test
    void a_checkout_and_its_deletion_meet_on_the_carts_timeline() {
        assertThat(Samples.hook("checkouts/create").timelines())
                .containsExactly("timeline:checkout:4f1c6a", "timeline:cart:c0ffee");
        assertThat(Samples.hook("checkouts/delete").timelines())
                .containsExactly("timeline:checkout:981820079", "timeline:cart:c0ffee");
        assertThat(Samples.hook("carts/update").timelines()).containsExactly("timeline:cart:c0ffee");
    }

    @Test
    void a_draft_that_became_an_order_is_told_on_the_orders_timeline() {
        assertThat(Hook.of("draft_orders/update", "{\"id\": 3, \"order_id\": 4}")
                        .timelines())
                .containsExactly("timeline:order:4", "timeline:draft_order:3");
    }

    @Test
    void a_failed_renewal_is_told_on_the_subscriptions_timeline() {
        var failure = Samples.hook("subscription_billing_attempts/failure");
        var contract = Samples.hook("subscription_contracts/cancel");

        assertThat(failure.change().attributes()).containsEntry("error_code", "card_expired");
        assertThat(failure.timelines()).isEqualTo(contract.timelines()).containsExactly("timeline:subscription:910011");
        assertThat(contract.change().order()).contains(Samples.ORDER_ID);
        assertThat(contract.change().customer().orElseThrow().identities()).containsExactly(KEPT);
    }
}
