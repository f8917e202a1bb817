package io.switchboard.sandbox.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.sandbox.desk.contract.RecordCodec;
import io.switchboard.sandbox.desk.core.Conversation;
import io.switchboard.sandbox.desk.core.ThreadMemory;
import io.switchboard.sandbox.desk.fixture.Dialogue;
import io.switchboard.sandbox.desk.fixture.Person;
import io.switchboard.sandbox.desk.fixture.Published;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapabilityViewTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final Person ADA = Person.withPhone("Ada", "2348030001042");
    private final Dialogue ada = Dialogue.whatsApp("ada", ADA, TEN);

    @Test
    void names_the_deadline_and_what_comes_after_it() {
        var view = at(TEN.plusSeconds(60), ada.says("hi"));

        assertThat(view.open()).isTrue();
        assertThat(view.headline()).isEqualTo("Reply open until tomorrow 10:00, then templates only.");
        assertThat(view.deadline().map(Stamp::iso)).contains("2026-03-02T10:00:00Z");
    }

    @Test
    void is_closed_from_the_deadline_on_and_says_what_to_do() {
        var view = at(TEN.plusSeconds(86_400), ada.says("hi"));

        assertThat(view.open()).isFalse();
        assertThat(view.headline()).isEqualTo("The time to reply ended today 10:00.");
        assertThat(view.advice()).isEqualTo("Send an approved template, or wait until the customer writes again.");
    }

    @Test
    void is_open_without_a_deadline_where_there_is_none() {
        var view = at(TEN, Dialogue.email("tom", ADA, TEN).says("hi"));

        assertThat(view.open()).isTrue();
        assertThat(view.headline()).isEqualTo("Reply at any time.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "opted_out",
                "token_invalid",
                "thread_owned_by_other_app",
                "deleted",
                "blocked_by_user",
                "budget_exhausted",
                "not_supported",
                "a_reason_of_the_future"
            })
    void says_why_no_reply_is_possible(String reason) {
        var view = at(TEN, ada.replyBlocked(reason).says("hi"));

        assertThat(view.open()).isFalse();
        assertThat(view.headline()).isNotBlank().doesNotContain("_");
    }

    @Test
    void says_nothing_about_replies_to_a_shops_record() {
        var view = at(TEN, Dialogue.shop("order", ADA, TEN).reports("order.placed", Map.of("name", "#1")));

        assertThat(view.known()).isFalse();
        assertThat(view.open()).isFalse();
    }

    private static CapabilityView at(Instant now, Published event) {
        var memory = new ThreadMemory(1, 1);
        memory.apply(RecordCodec.event(event.consumed()));
        Conversation thread = memory.find(event.threadId()).orElseThrow();
        return CapabilityView.of(thread, new Times(Clock.fixed(now, ZoneOffset.UTC), ZoneOffset.UTC));
    }
}
