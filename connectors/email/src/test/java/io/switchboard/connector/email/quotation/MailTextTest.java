package io.switchboard.connector.email.quotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.connector.email.quotation.Span.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MailTextTest {

    private static final String ANSWER = "Please cancel order 1001.\n\nIt is too late now.";

    static List<Sample> mails() {
        return Sample.of("mails.txt");
    }

    static List<Sample> quotations() {
        return Sample.of("quotations.txt");
    }

    static List<Sample> replies() {
        return Sample.of("replies.txt");
    }

    static Stream<String> mobileLines() {
        return Sample.lines("mobile.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("mails")
    void shows_what_the_author_wrote(Sample mail) {
        var parts = mail.text().split("\n%=\n", -1);

        assertThat(MailText.split(parts[0]).visible()).isEqualTo(parts[1]);
        assertThat(MailText.split(parts[0].replace("\n", "\r\n")).visible().replace("\r", ""))
                .isEqualTo(parts[1]);
    }

    @ParameterizedTest
    @MethodSource("quotations")
    void separates_every_program_and_language_from_the_reply(Sample quotation) {
        var text = MailText.split(ANSWER + "\n\n" + quotation.text() + "\n");

        assertThat(text.visible()).isEqualTo(ANSWER);
        assertThat(text.quotedRanges()).hasSize(1);
        assertThat(text.quotedRanges().getFirst().from()).isEqualTo(ANSWER.length() + 2);
    }

    @ParameterizedTest
    @MethodSource("replies")
    void leaves_a_reply_alone(Sample reply) {
        assertThat(MailText.split(reply.text()).spans())
                .containsExactly(new Span(0, reply.text().length(), Kind.WRITTEN));
    }

    @ParameterizedTest
    @MethodSource("mobileLines")
    void takes_off_what_phones_write(String line) {
        var text = MailText.split("Where is it?\n\n" + line);

        assertThat(text.visible()).isEqualTo("Where is it?");
        assertThat(text.signature()).contains(line);
    }
}
