package io.switchboard.connector.email.quotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.connector.testkit.Corpora;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The 22 mails of GitHub's email_reply_parser and what its authors expect of each. */
class ReplyParserCorpusTest {

    @Test
    void agrees_with_every_expectation_of_the_corpus() throws IOException {
        var verdicts = ReplyParserVerdicts.of(Corpora.folder("email_reply_parser"));
        var disagreements = verdicts.entrySet().stream()
                .filter(verdict -> !verdict.getValue().isEmpty())
                .toList();

        System.out.println("e-mail: email_reply_parser: " + (verdicts.size() - disagreements.size()) + " of "
                + verdicts.size() + " mails agree");
        assertThat(disagreements).isEmpty();
        assertThat(verdicts).hasSizeGreaterThanOrEqualTo(20);
    }
}
