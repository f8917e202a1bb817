package io.switchboard.connector.email.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.connector.testkit.Corpora;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Mail by mail, what the authors of chatwoot-mail expect. */
class ChatwootVerdictsTest {

    @Test
    void all_that_a_connector_has_a_say_in_holds_for_every_mail() throws IOException {
        var verdicts = ChatwootVerdicts.of(Corpora.folder("chatwoot-mail").resolveSibling(""));
        var facts = verdicts.stream().mapToInt(ChatwootVerdicts.Verdict::facts).sum();
        var helpdesks = verdicts.stream()
                .mapToInt(verdict -> verdict.helpdesks().size())
                .sum();

        System.out.println("e-mail: chatwoot-mail: " + verdicts.size() + " mails, " + facts + " facts; " + helpdesks
                + " are a helpdesk's");
        assertThat(verdicts).filteredOn(verdict -> !verdict.wrong().isEmpty()).isEmpty();
        assertThat(verdicts).hasSize(28);
        assertThat(facts).isGreaterThan(45);
    }
}
