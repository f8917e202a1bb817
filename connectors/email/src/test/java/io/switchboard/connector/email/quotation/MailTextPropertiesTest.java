package io.switchboard.connector.email.quotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the text, and whatever program and language a reply comes from. */
class MailTextPropertiesTest {

    @Property(tries = 3_000)
    void covers_any_text_without_gap_or_overlap(@ForAll String text) {
        assertWhole(text);
    }

    @Property(tries = 5_000)
    void covers_what_looks_like_a_mail(@ForAll("almostMails") String text) {
        assertWhole(text);
    }

    @Property(tries = 3_000)
    void gives_back_exactly_the_reply_over_any_quotation(
            @ForAll("replies") String reply, @ForAll("quotations") String quotation) {
        assertThat(MailText.split(reply + "\n\n" + quotation).visible()).isEqualTo(reply);
        assertThat(MailText.split(reply + "\n" + quotation + "\n\n").visible()).isEqualTo(reply);
    }

    @Property(tries = 2_000)
    void gives_back_exactly_the_reply_over_a_signature_and_any_quotation(
            @ForAll("replies") String reply,
            @ForAll("mobileLines") String line,
            @ForAll("quotations") String quotation) {
        var mail = reply + "\n\n" + line + "\n\n" + quotation;

        assertThat(MailText.split(mail).visible()).isEqualTo(reply);
        assertThat(MailText.split(mail.replace("\n", "\r\n")).visible()).isEqualTo(reply.replace("\n", "\r\n"));
    }

    @Property(tries = 2_000)
    void gives_back_all_answers_between_quoted_lines(@ForAll("answers") List<String> answers) {
        var mail = new StringBuilder("On Fri, Mar 6, 2026 at 9:14 AM Nordlicht <support@nordlicht.example> wrote:\n");
        answers.forEach(answer -> mail.append("> And then?\n\n").append(answer).append("\n\n"));

        assertThat(MailText.split(mail.toString()).visible()).isEqualTo(String.join("\n\n", answers));
    }

    @Property(tries = 2_000)
    void finds_nothing_more_in_what_is_visible(
            @ForAll("replies") String reply,
            @ForAll("mobileLines") String line,
            @ForAll("quotations") String quotation) {
        var visible = MailText.split(reply + "\n\n" + line + "\n\n" + quotation).visible();

        assertThat(MailText.split(visible).visible()).isEqualTo(visible);
    }

    private static void assertWhole(String text) {
        var split = MailText.split(text);
        var at = 0;
        for (var span : split.spans()) {
            assertThat(span.from()).isEqualTo(at);
            assertThat(span.to()).isGreaterThan(at);
            assertThat(at == 0 || "\r\n".indexOf(text.charAt(at - 1)) >= 0).isTrue();
            at = span.to();
        }
        assertThat(at).isEqualTo(text.length());
        assertThat(split.visible().isBlank()).isEqualTo(text.isBlank());
        assertThat(split.spans().stream().anyMatch(span -> span.kind().isVisible()))
                .isEqualTo(!text.isEmpty());
        assertThat(MailText.split(text, "Fwd: x").visible().isBlank()).isEqualTo(text.isBlank());
    }

    @Provide
    Arbitrary<String> replies() {
        return texts("replies.txt");
    }

    @Provide
    Arbitrary<List<String>> answers() {
        return replies().list().ofMinSize(1).ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> quotations() {
        return texts("quotations.txt");
    }

    @Provide
    Arbitrary<String> mobileLines() {
        return Arbitraries.of(Sample.lines("mobile.txt"));
    }

    /** Lines of real mails, stirred. */
    @Provide
    Arbitrary<String> almostMails() {
        var lines = Arbitraries.oneOf(
                Arbitraries.of(
                        "",
                        "",
                        " ",
                        "> ",
                        ">",
                        ">> a",
                        "-- ",
                        "--",
                        "__",
                        "_____________________",
                        "-Bob",
                        "Hello,",
                        "I wrote:",
                        "On",
                        "wrote:",
                        "On 1/1/2026 10:00, Bob wrote:",
                        "From: a@b.example",
                        "Sent: Friday",
                        "To: c",
                        "Subject: d",
                        "Sent from my iPhone",
                        "----- Original Message -----",
                        "---------- Forwarded message ---------",
                        "\u200b",
                        "\u00a0",
                        "* a",
                        "- b",
                        "http://lists.example",
                        "mailing list",
                        "Confidentiality notice",
                        "intended recipient",
                        "\ud800",
                        "x".repeat(700)),
                Arbitraries.strings().ofMaxLength(20));
        var lineEnds = Arbitraries.of("\n", "\r\n", "\r", "\n\n");
        return Combinators.combine(lines, lineEnds)
                .as(String::concat)
                .list()
                .ofMaxSize(25)
                .map(all -> String.join("", all));
    }

    private static Arbitrary<String> texts(String file) {
        return Arbitraries.of(Sample.of(file).stream().map(Sample::text).toList());
    }
}
