package io.switchboard.sandbox.desk.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.sandbox.desk.contract.Attachment;
import io.switchboard.sandbox.desk.contract.Message;
import io.switchboard.sandbox.desk.contract.RecordCodec;
import io.switchboard.sandbox.desk.contract.ReplyCommand;
import io.switchboard.sandbox.desk.contract.TicketStateChange;
import io.switchboard.sandbox.desk.contract.UnreadableRecord;
import io.switchboard.sandbox.desk.fixture.Dialogue;
import io.switchboard.sandbox.desk.fixture.Parts;
import io.switchboard.sandbox.desk.fixture.Person;
import io.switchboard.sandbox.desk.fixture.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThreadMemoryTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final Person ADA = Person.withPhone("Ada Nwosu", "2348030001042");

    private final ThreadMemory memory = new ThreadMemory(3, 5);
    private final Dialogue ada = Dialogue.whatsApp("ada", ADA, TEN);

    @Test
    void shows_an_event_once_however_often_it_arrives() {
        var hello = ada.says("hello");

        hear(hello, hello, ada.after(minutes(1)).says("again"), hello);

        assertThat(words()).containsExactly("hello", "again");
        assertThat(thread().missingEvents()).isZero();
    }

    @Test
    void tells_who_listens_about_changes_and_not_about_repetitions() {
        var changed = new ArrayList<String>();
        memory.onChange(changed::add);
        var hello = ada.says("hello");

        hear(hello, hello);

        assertThat(changed).containsExactly(ada.threadId());
    }

    @Test
    void notices_a_gap_and_forgets_it_when_the_missing_event_comes_late() {
        var first = ada.says("one");
        var second = ada.says("two");
        var third = ada.says("three");

        hear(first, third);
        assertThat(thread().missingEvents()).isEqualTo(1);

        hear(second);
        assertThat(thread().missingEvents()).isZero();
    }

    @Test
    void misses_the_beginning_of_a_thread_only_when_the_topic_still_holds_it() {
        hear(ada.losing(2).says("three"));
        assertThat(thread().missingEvents()).isEqualTo(2);

        var cut = new ThreadMemory(3, 5);
        cut.startsInTheMiddle();
        cut.apply(RecordCodec.event(ada.says("four").consumed()));
        assertThat(cut.find(ada.threadId()).orElseThrow().missingEvents()).isZero();
    }

    @Test
    void stands_messages_in_the_order_in_which_they_happened() {
        var late = ada.at(TEN).says("first, but late");
        var early = ada.at(TEN.plusSeconds(60)).says("second");

        hear(early, late);

        assertThat(words()).containsExactly("first, but late", "second");
    }

    @Test
    void follows_a_reply_from_command_to_read_in_one_entry() {
        hear(ada.says("hello"));
        memory.apply(ReplyCommand.ofText("c1", ada.threadId(), "hi Ada"), TEN.plusSeconds(5));
        assertThat(state()).isEqualTo(DeliveryState.QUEUED);
        var key = last().key();

        hear(ada.after(minutes(1)).result("c1", "hi Ada", "sent", Map.of()));
        assertThat(state()).isEqualTo(DeliveryState.SENT);
        hear(ada.receipt(Map.of("messageId", Dialogue.replyId("c1")), "delivered"));
        assertThat(state()).isEqualTo(DeliveryState.DELIVERED);
        hear(ada.receipt(Map.of("nativeId", "native-" + Dialogue.replyId("c1")), "read"));
        assertThat(state()).isEqualTo(DeliveryState.READ);

        assertThat(last().key()).isEqualTo(key);
        assertThat(thread().entries()).hasSize(2);
    }

    @Test
    void hears_of_a_reply_only_once_when_its_result_came_first() {
        hear(ada.says("hello"), ada.result("c1", "hi Ada", "sent", Map.of()));

        memory.apply(ReplyCommand.ofText("c1", ada.threadId(), "hi Ada"), TEN);

        assertThat(thread().entries()).hasSize(2);
        assertThat(state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void passes_over_commands_that_say_nothing() {
        hear(ada.says("hello"));

        memory.apply(new ReplyCommand("c1", ada.threadId(), Optional.empty(), List.of()), TEN);

        assertThat(thread().entries()).hasSize(1);
    }

    @Test
    void joins_a_receipt_that_came_before_anybody_knew_the_message() {
        hear(ada.says("hello"));
        memory.apply(ReplyCommand.ofText("c1", ada.threadId(), "hi Ada"), TEN.plusSeconds(5));
        hear(ada.receipt(Map.of("nativeId", "native-" + Dialogue.replyId("c1")), "delivered"));
        assertThat(thread().entries()).hasSize(3);

        hear(ada.result("c1", "hi Ada", "sent", Map.of()));

        assertThat(thread().entries()).hasSize(2);
        assertThat(state()).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void lets_the_furthest_receipt_stand_whatever_the_order() {
        hear(ada.result("c1", "hi", "sent", Map.of()));
        var id = Map.<String, Object>of("messageId", Dialogue.replyId("c1"));

        hear(ada.receipt(id, "read"), ada.receipt(id, "failed"), ada.receipt(id, "delivered"), ada.receipt(id, "sent"));

        assertThat(state()).isEqualTo(DeliveryState.READ);
        assertThat(last().delivery().steps())
                .extracting(DeliveryStep::word)
                .containsExactly("sent", "read", "failed", "delivered");
    }

    @Test
    void keeps_two_messages_of_one_command_apart() {
        hear(ada.says("hello"));
        memory.apply(ReplyCommand.ofText("c1", ada.threadId(), "one two"), TEN.plusSeconds(5));

        hear(
                ada.event("outbound.result", part("c1", "m1", "one")),
                ada.event("outbound.result", part("c1", "m2", "two")));

        assertThat(words()).containsExactly("hello", "one", "two");
    }

    @Test
    void takes_an_unconfirmed_reply_for_sent_when_a_receipt_proves_it() {
        hear(ada.result("c1", "hi", "unconfirmed", Map.of()));
        assertThat(state()).isEqualTo(DeliveryState.UNCONFIRMED);

        hear(ada.receipt(Map.of("messageId", Dialogue.replyId("c1")), "delivered"));

        assertThat(state()).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void lets_a_later_attempt_replace_what_an_earlier_one_said() {
        var again = TEN.plusSeconds(300).toString();
        hear(ada.result("c1", "hi", "deferred", Map.of("attempt", 1, "nextAttemptAt", again)));
        assertThat(last().delivery().current().flatMap(DeliveryStep::again)).contains(TEN.plusSeconds(300));

        hear(ada.result("c1", "hi", "refused", Map.of("attempt", 2)));

        assertThat(state()).isEqualTo(DeliveryState.REFUSED);
    }

    @Test
    void keeps_the_words_before_an_edit_and_ignores_an_older_revision() {
        hear(ada.says("blue"));
        var second = ada.edits(ada.messageId(1), 2, "green");
        var third = ada.edits(ada.messageId(1), 3, "red");

        hear(third, second);

        assertThat(words()).containsExactly("red");
        assertThat(last().words().earlier()).containsExactly("blue");
    }

    @Test
    void hides_a_message_that_was_taken_back_before_it_came() {
        var hello = ada.says("hello");
        hear(ada.takesBack(ada.messageId(1)), hello);

        assertThat(thread().entries()).hasSize(1);
        assertThat(last().words().takenBack()).isTrue();
    }

    @Test
    void keeps_one_reaction_per_person_until_it_is_taken_back() {
        hear(ada.says("hello"), ada.reacts(ada.messageId(1), "👍"), ada.reacts(ada.messageId(1), "❤️"));
        assertThat(last().reactions())
                .extracting(given -> given.reaction().orElse(""))
                .containsExactly("❤️");

        hear(ada.reacts(ada.messageId(1), ""));
        assertThat(last().reactions()).isEmpty();
    }

    @Test
    void brings_a_file_up_to_date() {
        var pending = Parts.file("a1", "image", "pending", "box.jpg", "image/jpeg", 100);
        hear(ada.with(Map.of("attachments", List.of(pending))).says("look", List.of(Parts.media("image", 0, "look"))));

        hear(ada.event(
                "attachment.updated",
                Map.of("attachment", Parts.file("a1", "image", "stored", "box.jpg", "image/jpeg", 100))));

        assertThat(last().words().message().map(Message::attachments).orElseThrow())
                .extracting(Attachment::state)
                .containsExactly("stored");
        assertThat(thread().entries()).hasSize(1);
    }

    @Test
    void shows_what_it_does_not_know_as_a_neutral_line() {
        hear(ada.says("hello"), ada.event("call.updated", Map.of()));

        assertThat(thread().entries().getLast()).isInstanceOf(Entry.Notice.class);
    }

    @Test
    void shows_a_record_it_cannot_read() {
        memory.apply(new UnreadableRecord(ada.threadId(), "tickets-0@5", TEN, "value is not JSON"));

        assertThat(thread().entries()).hasSize(1).first().isInstanceOf(Entry.Notice.class);
    }

    @Test
    void shows_nothing_while_only_a_reply_was_heard_of() {
        memory.apply(ReplyCommand.ofText("c1", ada.threadId(), "hi"), TEN);

        assertThat(memory.find(ada.threadId())).isEmpty();
        assertThat(memory.all()).isEmpty();
    }

    @Test
    void lets_the_latest_word_on_a_ticket_stand_in_whatever_order_the_topics_were_read() {
        var closed = new TicketStateChange(ada.ticketId(), ada.threadId(), "closed", Optional.of(TEN.plusSeconds(60)));
        memory.apply(closed, TEN.plusSeconds(60));
        hear(ada.says("hello"));
        assertThat(thread().isClosed()).isTrue();

        var reopened = new TicketStateChange(ada.ticketId(), ada.threadId(), "reopened", Optional.empty());
        memory.apply(reopened, TEN.plusSeconds(120));
        assertThat(thread().isClosed()).isFalse();

        memory.apply(closed, TEN.plusSeconds(60));
        assertThat(thread().isClosed()).isFalse();
    }

    @Test
    void opens_a_closed_ticket_again_when_the_gateway_says_so() {
        hear(ada.says("hello"));
        memory.apply(
                new TicketStateChange(ada.ticketId(), ada.threadId(), "closed", Optional.empty()), TEN.plusSeconds(9));

        var reopening = Map.<String, Object>of(
                "ticketId", ada.ticketId(), "policy", "reopen", "reason", "closed_within_reopen_window");
        hear(ada.after(minutes(5)).event("message.received", Map.of("ticket", reopening)));

        assertThat(thread().isClosed()).isFalse();
    }

    @Test
    void counts_what_nobody_has_answered_looked_at_or_closed() {
        hear(ada.says("one"), ada.after(minutes(1)).says("two"));
        assertThat(thread().unanswered()).isEqualTo(2);

        memory.looked(ada.threadId());
        assertThat(thread().unanswered()).isZero();

        hear(ada.after(minutes(1)).says("three"));
        assertThat(thread().unanswered()).isEqualTo(1);

        hear(ada.after(minutes(1)).result("c1", "hi", "sent", Map.of()));
        assertThat(thread().unanswered()).isZero();

        hear(ada.after(minutes(1)).says("four"));
        memory.apply(
                new TicketStateChange(ada.ticketId(), ada.threadId(), "closed", Optional.empty()),
                TEN.plus(minutes(9)));
        assertThat(thread().unanswered()).isZero();
    }

    @Test
    void keeps_the_newest_entries_of_a_thread_and_says_how_many_it_dropped() {
        for (var number = 1; number <= 7; number++) {
            hear(ada.after(minutes(1)).says("message " + number));
        }

        assertThat(words()).containsExactly("message 3", "message 4", "message 5", "message 6", "message 7");
        assertThat(thread().forgotten()).isEqualTo(2);
    }

    @Test
    void keeps_the_threads_last_heard_of_and_finds_no_gap_in_one_that_returns() {
        hear(ada.says("hello"));
        for (var name : List.of("b", "c", "d")) {
            hear(Dialogue.whatsApp(name, ADA, TEN).says(name));
        }
        assertThat(memory.find(ada.threadId())).isEmpty();
        assertThat(memory.all()).hasSize(3);

        hear(ada.says("I am back"));

        assertThat(words()).containsExactly("I am back");
        assertThat(thread().missingEvents()).isZero();
    }

    private static Map<String, Object> part(String commandId, String messageId, String text) {
        var message = Map.of(
                "messageId",
                messageId,
                "revision",
                1,
                "direction",
                "outbound",
                "textPlain",
                text,
                "occurredAt",
                TEN.plusSeconds(10).toString(),
                "content",
                List.of(Parts.text(text)));
        return Map.of("message", message, "outbound", Map.of("commandId", commandId, "outcome", "sent", "attempt", 1));
    }

    private void hear(Published... events) {
        for (var event : events) {
            memory.apply(RecordCodec.event(event.consumed()));
        }
    }

    private Conversation thread() {
        return memory.find(ada.threadId()).orElseThrow();
    }

    private MessageEntry last() {
        return (MessageEntry) thread().entries().getLast();
    }

    private DeliveryState state() {
        return last().delivery().current().flatMap(DeliveryStep::state).orElseThrow();
    }

    private List<String> words() {
        return thread().entries().stream()
                .map(entry -> ((MessageEntry) entry).words())
                .map(words -> words.message().map(Message::textPlain).orElse(""))
                .toList();
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}
