package io.switchboard.sandbox.bench.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final int MERCHANT = 3;
    private static final int THREAD = 7;
    private static final String TENANT = "merchant-3";

    private final History history = new History();
    private final Map<String, Long> lastSequences = new HashMap<>();
    private long offset;

    @Test
    void nothing_is_clean() {
        assertThat(history.check(true).clean()).isTrue();
    }

    @Test
    void what_was_sent_acknowledged_and_seen_in_order_is_clean() {
        for (var i = 0; i < 5; i++) {
            acknowledged("m" + i);
        }
        for (var i = 0; i < 5; i++) {
            seen("m" + i);
        }

        var verdict = history.check(true);
        assertThat(verdict.clean()).as(verdict.toString()).isTrue();
        assertThat(verdict.sent()).isEqualTo(5);
        assertThat(verdict.acknowledged()).isEqualTo(5);
        assertThat(verdict.events()).isEqualTo(5);
        assertThat(history.awaited()).isZero();
    }

    @Test
    void acknowledged_and_never_seen_is_lost() {
        acknowledged("m0");
        acknowledged("m1");
        acknowledged("m2");
        seen("m0");
        seen("m2");

        assertThat(history.awaited()).isEqualTo(1);
        var verdict = history.check(true);
        assertThat(verdict.lost()).singleElement().asString().contains("m1", TENANT, "whatsapp", "thread 7");
        assertOnlyViolation(verdict, 1);
    }

    @Test
    void sent_and_never_acknowledged_may_be_there_or_not() {
        var missing = announced("m0");
        history.sent(missing);
        history.failed(missing, "reset");
        history.sent(missing);
        history.failed(missing, "503");
        history.sent(announced("m1"));
        seen("m1");

        var verdict = history.check(true);
        assertThat(verdict.clean()).as(verdict.toString()).isTrue();
        assertThat(verdict.attempts()).isEqualTo(3);
        assertThat(verdict.failures()).containsOnly(Map.entry("reset", 1L), Map.entry("503", 1L));
    }

    @Test
    void two_events_of_one_delivery_are_doubled() {
        acknowledged("m0");
        seen("m0");
        seen("m0");

        var verdict = history.check(true);
        assertThat(verdict.doubled()).singleElement().asString().contains("m0", "again at tickets-0:1");
        assertOnlyViolation(verdict, 1);
    }

    @Test
    void what_was_never_acknowledged_may_not_be_doubled_either() {
        history.sent(announced("m0"));
        seen("m0");
        seen("m0");

        assertThat(history.check(true).doubled()).hasSize(1);
    }

    @Test
    void one_event_that_stands_twice_is_doubled_and_repeats_its_sequence() {
        acknowledged("m0");
        var event = event("m0", TENANT, "thread", 1, 0);
        history.seen(event);
        history.seen(event);

        var verdict = history.check(true);
        assertThat(verdict.doubled()).anyMatch(told -> told.contains("event " + event.id()));
        assertThat(verdict.reordered()).singleElement().asString().contains("sequence 1 follows 1");
    }

    @Test
    void an_event_without_a_delivery_of_its_own_counts_for_the_sequence_alone() {
        acknowledged("m0");
        seen("m0");
        seen("");
        acknowledged("m1");
        seen("m1");

        var verdict = history.check(true);
        assertThat(verdict.clean()).as(verdict.toString()).isTrue();
    }

    @Test
    void an_event_of_what_nobody_sent_is_unasked() {
        seen("stranger");

        var verdict = history.check(true);
        assertThat(verdict.unasked()).singleElement().asString().contains("stranger");
        assertOnlyViolation(verdict, 1);
    }

    @Test
    void an_event_of_what_was_announced_and_not_yet_sent_is_unasked() {
        announced("m0");
        seen("m0");

        assertThat(history.check(true).unasked()).hasSize(1);
    }

    @Test
    void an_event_for_another_tenant_is_cross_tenant() {
        acknowledged("m0");
        history.seen(event("m0", "merchant-4", "thread", 1, 0));

        var verdict = history.check(true);
        assertThat(verdict.crossTenant()).singleElement().asString().contains("m0", "told to merchant-4");
        assertOnlyViolation(verdict, 1);
    }

    @Test
    void a_thread_of_two_tenants_is_cross_tenant() {
        acknowledged("m0");
        var other = history.sending(MERCHANT + 1, "whatsapp", THREAD, "m1");
        history.sent(other);
        history.acknowledged(other);
        history.seen(event("m0", TENANT, "thread", 1, 0));
        history.seen(event("m1", "merchant-4", "thread", 2, 0));

        assertThat(history.check(true).crossTenant()).singleElement().asString().contains("of merchant-4");
    }

    @Test
    void a_gap_in_the_sequence_is_reordered() {
        acknowledged("m0");
        acknowledged("m1");
        history.seen(event("m0", TENANT, "thread", 1, 0));
        history.seen(event("m1", TENANT, "thread", 3, 0));

        var verdict = history.check(true);
        assertThat(verdict.reordered()).singleElement().asString().contains("sequence 3 follows 1");
        assertOnlyViolation(verdict, 1);
    }

    @Test
    void a_sequence_that_goes_back_is_reordered() {
        acknowledged("m0");
        acknowledged("m1");
        history.seen(event("m1", TENANT, "thread", 2, 0));
        history.seen(event("m0", TENANT, "thread", 1, 0));

        assertThat(history.check().reordered()).anyMatch(told -> told.contains("sequence 1 follows 2"));
    }

    @Test
    void a_new_thread_that_does_not_begin_with_1_is_reordered_and_an_older_one_may() {
        acknowledged("m0");
        history.seen(event("m0", TENANT, "thread", 2, 0));

        assertThat(history.check(true).reordered()).singleElement().asString().contains("begins with sequence 2");
        assertThat(history.check().clean()).isTrue();
    }

    @Test
    void a_thread_on_two_partitions_is_reordered() {
        acknowledged("m0");
        acknowledged("m1");
        history.seen(event("m0", TENANT, "thread", 1, 0));
        history.seen(event("m1", TENANT, "thread", 2, 1));

        var verdict = history.check(true);
        assertThat(verdict.reordered()).singleElement().asString().contains("on partition 0 and at tickets-1");
        assertOnlyViolation(verdict, 1);
    }

    @Test
    void sent_after_the_other_was_acknowledged_and_standing_before_it_is_reordered() {
        acknowledged("m0");
        acknowledged("m1");
        seen("m1");
        seen("m0");

        var verdict = history.check(true);
        assertThat(verdict.reordered()).singleElement().asString().contains("m1", "after", "m0");
        assertOnlyViolation(verdict, 1);
    }

    @Test
    void a_reversal_is_found_over_any_distance() {
        acknowledged("first");
        for (var i = 0; i < 100; i++) {
            acknowledged("m" + i);
        }
        for (var i = 0; i < 100; i++) {
            seen("m" + i);
        }
        seen("first");

        assertThat(history.check(true).reordered()).hasSize(100).allMatch(told -> told.contains("first"));
    }

    @Test
    void two_under_way_at_once_may_stand_either_way() {
        var one = announced("m0");
        var other = announced("m1");
        history.sent(one);
        history.sent(other);
        history.acknowledged(one);
        history.acknowledged(other);
        seen("m1");
        seen("m0");

        var verdict = history.check(true);
        assertThat(verdict.clean()).as(verdict.toString()).isTrue();
    }

    @Test
    void the_first_attempt_and_the_first_acknowledgement_count() {
        var retried = announced("m0");
        history.sent(retried);
        history.failed(retried, "reset");
        acknowledged("m1");
        history.sent(retried);
        history.acknowledged(retried);
        seen("m0");
        seen("m1");

        var verdict = history.check(true);
        assertThat(verdict.clean()).as(verdict.toString()).isTrue();
    }

    @Test
    void what_was_never_acknowledged_is_before_nothing() {
        var unanswered = announced("m0");
        history.sent(unanswered);
        acknowledged("m1");
        seen("m1");
        seen("m0");

        var verdict = history.check(true);
        assertThat(verdict.clean()).as(verdict.toString()).isTrue();
    }

    @Test
    void what_was_never_acknowledged_may_not_overtake_what_was() {
        acknowledged("m0");
        history.sent(announced("m1"));
        seen("m1");
        seen("m0");

        assertThat(history.check(true).reordered()).hasSize(1);
    }

    @Test
    void threads_have_no_order_among_each_other() {
        acknowledged("m0");
        acknowledged("m1");
        history.seen(event("m1", TENANT, "one", 1, 0));
        history.seen(event("m0", TENANT, "other", 1, 0));

        assertThat(history.check(true).clean()).isTrue();
    }

    @Test
    void an_invalid_delivery_is_expected_among_the_letters() {
        invalid("bad");
        assertThat(history.check(true).lost()).hasSize(1);

        history.putAside("bad", "deliveries.whatsapp-0:5", "deliveries.invalid", "no JSON", 1);

        var verdict = history.check(true);
        assertThat(verdict.clean()).as(verdict.toString()).isTrue();
        assertThat(verdict.letters()).isEqualTo(1);
    }

    @Test
    void an_invalid_delivery_that_was_retried_has_a_letter_for_each_attempt() {
        invalid("bad");
        history.putAside("bad", "deliveries.whatsapp-0:5", "deliveries.invalid", "no JSON", 1);
        history.putAside("bad", "deliveries.whatsapp-0:6", "deliveries.invalid", "no JSON", 1);
        assertThat(history.check(true).clean()).isTrue();

        history.putAside("bad", "deliveries.whatsapp-0:6", "deliveries.invalid", "no JSON", 1);
        assertThat(history.check(true).doubled()).hasSize(1);
    }

    @Test
    void an_event_of_an_invalid_delivery_is_unasked() {
        invalid("bad");
        seen("bad");

        assertThat(history.check(true).unasked()).hasSize(1);
    }

    @Test
    void a_good_delivery_among_the_letters_is_lost() {
        acknowledged("m0");
        history.putAside("m0", "deliveries.whatsapp-0:5", "deliveries.dead", "translator failed", 1);

        assertThat(history.check(true).lost()).anyMatch(told -> told.contains("translator failed"));
    }

    @Test
    void a_letter_of_what_nobody_announced_is_counted_and_no_more() {
        history.putAside("", "deliveries.email-0:5", "deliveries.invalid", "empty", 1);

        assertThat(history.check(true).clean()).isTrue();
        assertThat(history.check(true).letters()).isEqualTo(1);
    }

    @Test
    void the_next_history_goes_on_with_the_sequences() {
        acknowledged("m0");
        history.seen(event("m0", TENANT, "thread", 1, 0));
        var next = history.next();
        next.seen(event("", TENANT, "thread", 3, 0));
        next.seen(event("", TENANT, "new", 2, 0));

        assertThat(next.check(true).reordered())
                .hasSize(2)
                .anyMatch(told -> told.contains("sequence 3 follows 1"))
                .anyMatch(told -> told.contains("begins with sequence 2"));
    }

    @Test
    void what_the_former_history_sent_may_come_late_and_only_once() {
        history.sent(announced("m0"));
        acknowledged("m1");
        seen("m1");
        var next = history.next();
        next.seen(event("m0", TENANT, "thread", 2, 0));
        assertThat(next.check(true).clean()).isTrue();

        next.seen(event("m1", TENANT, "thread", 3, 0));
        assertThat(next.check(true).doubled()).singleElement().asString().contains("m1", "told again");
    }

    @Test
    void a_native_id_is_given_once() {
        announced("m0");

        assertThatThrownBy(() -> announced("m0")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void many_deliveries_in_random_concurrency_are_clean_and_one_swap_is_found() {
        var random = new Random(42);
        var standing = new ArrayList<String>();
        for (var i = 0; i < 100_000; i++) {
            var one = announced("a" + i);
            var other = announced("b" + i);
            history.sent(one);
            history.sent(other);
            history.acknowledged(one);
            history.acknowledged(other);
            var turned = random.nextBoolean();
            standing.add((turned ? "b" : "a") + i);
            standing.add((turned ? "a" : "b") + i);
        }
        Collections.swap(standing, 100_000, 100_002);
        standing.forEach(this::seen);

        var verdict = history.check(true);
        assertThat(verdict.acknowledged()).isEqualTo(200_000);
        assertThat(verdict.reordered()).hasSizeBetween(1, 2);
        assertOnlyViolation(verdict, verdict.reordered().size());
    }

    private static void assertOnlyViolation(Verdict verdict, int count) {
        assertThat(verdict.violations()).as(verdict.toString()).isEqualTo(count);
        assertThat(verdict.clean()).isFalse();
    }

    private int announced(String nativeId) {
        return history.sending(MERCHANT, "whatsapp", THREAD, nativeId);
    }

    private void acknowledged(String nativeId) {
        var number = announced(nativeId);
        history.sent(number);
        history.acknowledged(number);
    }

    private void invalid(String nativeId) {
        var number = history.sending(MERCHANT, "whatsapp", THREAD, nativeId, Fate.INVALID);
        history.sent(number);
        history.acknowledged(number);
    }

    private void seen(String nativeId) {
        history.seen(event(nativeId, TENANT, "thread", lastSequences.merge("thread", 1L, Long::sum), 0));
    }

    private SeenEvent event(String nativeId, String tenant, String thread, long sequence, int partition) {
        var id = "%s/%s/%d".formatted(nativeId, thread, offset);
        return new SeenEvent(uuid(id), nativeId, tenant, uuid(thread), sequence, partition, offset++, 1);
    }

    private static UUID uuid(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
