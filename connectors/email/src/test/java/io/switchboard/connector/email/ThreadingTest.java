package io.switchboard.connector.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.canonical.ThreadKey;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThreadingTest {

    @Test
    void names_a_first_mail_by_its_own_id() {
        assertThat(keys("Message-ID: <a@b>\n\n")).containsExactly("eml:a@b");
    }

    @Test
    void looks_for_the_mail_answered_first_then_for_references_newest_first() {
        assertThat(keys("Message-ID: <d@x>\nReferences: <a@x> <b@x> <c@x>\nIn-Reply-To: <b@x>\n\n"))
                .containsExactly("eml:d@x", "eml:b@x", "eml:c@x", "eml:a@x");
    }

    @Test
    void reads_every_field_of_a_name() {
        assertThat(keys("Message-ID: <d@x>\nIn-Reply-To: <a@x>\nIn-Reply-To: <b@x>\nReferences: <c@x>\n\n"))
                .containsExactly("eml:d@x", "eml:a@x", "eml:b@x", "eml:c@x");
    }

    @Test
    void does_not_relate_a_mail_to_itself() {
        assertThat(keys("Message-ID: <a@b>\nReferences: <a@b> <c@d>\nIn-Reply-To: <a@b>\n\n"))
                .containsExactly("eml:a@b", "eml:c@d");
    }

    @Test
    void keeps_the_newest_and_the_very_first_of_many_references() {
        var references =
                IntStream.range(0, 400).mapToObj(i -> "<r%d@x>".formatted(i)).collect(Collectors.joining(" "));

        assertThat(keys("Message-ID: <a@b>\nReferences: " + references + "\n\n"))
                .hasSize(1 + Threading.MAX_RELATED)
                .startsWith("eml:a@b", "eml:r399@x")
                .endsWith("eml:r351@x", "eml:r0@x");
    }

    @Test
    void puts_the_mail_that_bounced_before_all_others() {
        var mail = Mail.read(
                "Message-ID: <a@b>\nReferences: <c@d>\n\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                new Repairs());

        assertThat(Threading.of("a@b", mail, List.of("bounced@x")).related())
                .extracting(ThreadKey::value)
                .containsExactly("eml:bounced@x", "eml:c@d");
    }

    private static List<String> keys(String mail) {
        return Fixture.message(mail + "body").thread().keys().stream()
                .map(ThreadKey::value)
                .toList();
    }
}
