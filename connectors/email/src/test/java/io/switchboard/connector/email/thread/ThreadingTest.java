package io.switchboard.connector.email.thread;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.canonical.ThreadAddress;
import io.switchboard.canonical.ThreadLink;
import io.switchboard.connector.email.Fixture;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadingTest {

    private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz234567abcdefghij";

    @Test
    void names_a_first_mail_by_its_own_id() {
        var thread = thread("Message-ID: <a@b>\n\n");

        assertThat(thread.own().value()).isEqualTo("eml:a@b");
        assertThat(references(thread)).isEmpty();
    }

    @Test
    void looks_for_the_mail_answered_first_then_for_references_newest_first() {
        assertThat(references("Message-ID: <d@x>\nReferences: <a@x> <b@x> <c@x>\nIn-Reply-To: <b@x>\n\n"))
                .containsExactly("eml:b@x", "eml:c@x", "eml:a@x");
    }

    @Test
    void reads_every_field_of_a_name() {
        assertThat(references("Message-ID: <d@x>\nIn-Reply-To: <a@x>\nIn-Reply-To: <b@x>\nReferences: <c@x>\n\n"))
                .containsExactly("eml:a@x", "eml:b@x", "eml:c@x");
    }

    @Test
    void does_not_relate_a_mail_to_itself() {
        assertThat(references("Message-ID: <a@b>\nReferences: <a@b> <c@d>\nIn-Reply-To: <a@b>\n\n"))
                .containsExactly("eml:c@d");
    }

    @Test
    void keeps_the_newest_and_the_very_first_of_many_references() {
        var references =
                IntStream.range(0, 400).mapToObj(i -> "<r%d@x>".formatted(i)).collect(Collectors.joining(" "));

        assertThat(references("Message-ID: <a@b>\nReferences: " + references + "\n\n"))
                .hasSize(Threading.MAX_NAMED)
                .startsWith("eml:r399@x")
                .endsWith("eml:r351@x", "eml:r0@x");
    }

    @Test
    void a_token_comes_first_whether_it_stands_in_an_address_of_ours_or_in_a_message_id() {
        var byAddress = thread("To: Shop <SUPPORT+sb-" + TOKEN.toUpperCase(java.util.Locale.ROOT)
                + "@nordlicht.example>\nMessage-ID: <a@b>\nIn-Reply-To: <c@d>\n\n");
        var byId = thread("Message-ID: <a@b>\nReferences: <90a5a302-8143-56a3-b52c-0547d2385409." + TOKEN
                + "@nordlicht.example>\n\n");

        assertThat(byAddress.links().getFirst().kind()).isEqualTo(ThreadLink.Kind.TOKEN);
        assertThat(byAddress.links().getFirst().key().value()).isEqualTo(TOKEN);
        assertThat(byId.links().getFirst().key().value()).isEqualTo(TOKEN);
    }

    @Test
    void a_token_in_an_address_of_somebody_else_is_none() {
        assertThat(thread("To: other+sb-" + TOKEN + "@nordlicht.example\nMessage-ID: <a@b>\n\n")
                        .links())
                .extracting(ThreadLink::kind)
                .doesNotContain(ThreadLink.Kind.TOKEN);
    }

    @Test
    void what_outlook_calls_the_conversation_is_the_same_for_all_its_mails() {
        var first = "AQHYp1fKc0a0hT3yQ0uEw5m1b0a1b6w2";
        var answer = "AQHYp1fKc0a0hT3yQ0uEw5m1b0a1b6w2gAABAgM=";

        assertThat(conversation("Thread-Index: " + answer)).isEqualTo(conversation("Thread-Index: " + first));
        assertThat(thread("Message-ID: <a@b>\nThread-Index: !!\n\n").links()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Re: Where is my order?", "AW: RE: Where is  my order?", "[EXTERN] Re[2]: WHERE is my order?"})
    void an_answer_has_the_topic_of_its_question(String subject) {
        assertThat(Topic.of(subject)).isEqualTo("where is my order?");
    }

    @ParameterizedTest
    @CsvSource({"Fwd: a,true", "WG: a,true", "转发：a,true", "Re: a,false", "Wegen: a,false", "Forward planning,false"})
    void tells_what_is_passed_on(String subject, boolean forwarded) {
        assertThat(Topic.isForward(subject)).isEqualTo(forwarded);
    }

    @Test
    void the_id_amazon_gives_our_mail_is_the_same_whatever_region_sent_it() {
        var told = ServerMessageId.in("Ok 0100018f3b1c2d4e-5f6a7b8c-9d0e-4f1a-8b2c-3d4e5f6a7b8c-000000");

        assertThat(told).hasSize(1);
        assertThat(Threading.key(told.getFirst()))
                .isEqualTo(Threading.key(
                        "0100018f3b1c2d4e-5f6a7b8c-9d0e-4f1a-8b2c-3d4e5f6a7b8c-000000@eu-west-1.amazonses.com"));
    }

    @Test
    void the_id_exchange_gives_our_mail_is_read_and_a_queue_number_is_none() {
        assertThat(ServerMessageId.in("OK <AM0PR01@eurprd01.prod.outlook.com> [Hostname=AM0]"))
                .containsExactly("AM0PR01@eurprd01.prod.outlook.com");
        assertThat(ServerMessageId.in("Ok: queued as 4F2B81C0A1")).isEmpty();
    }

    private static String conversation(String field) {
        return thread("Message-ID: <a@b>\n" + field + "\n\n").links().stream()
                .filter(link -> link.kind() == ThreadLink.Kind.CONVERSATION)
                .map(link -> link.key().value())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> references(String mail) {
        return references(thread(mail));
    }

    private static List<String> references(ThreadAddress thread) {
        return thread.links().stream()
                .filter(link -> link.kind() == ThreadLink.Kind.REFERENCE)
                .map(link -> link.key().value())
                .toList();
    }

    private static ThreadAddress thread(String mail) {
        return Fixture.message(mail + "body").thread();
    }
}
