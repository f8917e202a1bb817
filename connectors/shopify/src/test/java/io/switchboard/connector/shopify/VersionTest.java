package io.switchboard.connector.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When two deliveries are one happening, and when they are not. */
class VersionTest {

    private static final String EVENT = "59d6d79c-595f-4e7e-bc6f-72f5c3d0c66f";

    private final Hook update = Hook.of("orders/updated", order("pending", "2026-02-03T10:00:00+01:00"))
            .with(Hook.EVENT, EVENT)
            .with("X-Shopify-Webhook-Id", "b54557e4-bdd9-4b37-8a5f-bf7d70bcd043");

    @Test
    void a_redelivery_is_the_same_event() {
        var again = update.receivedAt(Hook.RECEIVED.plus(Duration.ofHours(4)));

        assertThat(again.keys()).isEqualTo(update.keys());
    }

    @Test
    void a_second_subscription_is_the_same_event() {
        var other = update.with("X-Shopify-Webhook-Id", "0d3e0a3f-5d1c-4d53-9d44-58f0d6e4a0e5")
                .with("X-Shopify-Name", "timeline");

        assertThat(other.keys()).isEqualTo(update.keys());
    }

    @Test
    void one_action_under_two_topics_is_two_events() {
        var paid = update.with("X-Shopify-Topic", "orders/paid");

        assertThat(paid.keys()).doesNotContainAnyElementsOf(update.keys());
    }

    @Test
    void two_updates_of_one_action_within_a_second_are_two_events() {
        var later = Hook.of("orders/updated", order("paid", "2026-02-03T10:00:00+01:00"))
                .with(Hook.EVENT, EVENT);

        assertThat(later.keys()).doesNotContainAnyElementsOf(update.keys());
    }

    @Test
    void the_same_state_come_back_within_a_second_is_another_event() {
        var back = update.with(Hook.EVENT, "0b7bd26e-35ba-4bd0-8d9e-df4f1c0d2f5e");

        assertThat(back.keys()).doesNotContainAnyElementsOf(update.keys());
    }

    @Test
    void without_an_event_id_time_and_content_decide() {
        var first = update.without(Hook.EVENT);
        var again = first.receivedAt(Hook.RECEIVED.plus(Duration.ofHours(1)))
                .with("X-Shopify-Webhook-Id", "0d3e0a3f-5d1c-4d53-9d44-58f0d6e4a0e5");
        var sameSecond = Hook.of("orders/updated", order("paid", "2026-02-03T10:00:00+01:00"));
        var nextSecond = Hook.of("orders/updated", order("pending", "2026-02-03T10:00:01+01:00"));

        assertThat(again.keys()).isEqualTo(first.keys());
        assertThat(sameSecond.keys()).doesNotContainAnyElementsOf(first.keys());
        assertThat(nextSecond.keys()).doesNotContainAnyElementsOf(first.keys());
    }

    @Test
    void a_version_starts_with_its_time_in_utc_so_that_versions_sort() {
        var later = Hook.of("orders/updated", order("pending", "2026-02-03T09:30:00+00:00"));

        assertThat(update.change().version()).startsWith("2026-02-03T09:00:00Z/" + EVENT + "/");
        assertThat(later.change().version()).isGreaterThan(update.change().version());
    }

    private static String order(String financialStatus, String updatedAt) {
        return order(7_300_000_000_000_000_001L, financialStatus, updatedAt);
    }

    static String order(long id, String financialStatus, String updatedAt) {
        return "{\"id\": %d, \"financial_status\": \"%s\", \"updated_at\": \"%s\"}"
                .formatted(id, financialStatus, updatedAt);
    }
}
