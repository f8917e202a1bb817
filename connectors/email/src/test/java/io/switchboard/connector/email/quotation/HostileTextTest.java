package io.switchboard.connector.email.quotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A megabyte of what is slow for expressions that look back. */
class HostileTextTest {

    private static final int SIZE = 1_000_000;
    private static final Duration MOST = Duration.ofMillis(Integer.getInteger("email.split-millis", 2_000));

    static Stream<Arguments> megabytes() {
        return Stream.of(
                        ">",
                        "> ",
                        ">\n",
                        " ",
                        "\n",
                        "\r",
                        "\t",
                        "-",
                        "_",
                        "--\n",
                        "-- \n",
                        "__\n",
                        "On ",
                        "On\n",
                        "wrote:",
                        "wrote:\n",
                        "On 1 wrote:\n",
                        "On 1 January at 10 Bob\n",
                        "1@ x:\n",
                        "1 10:00:\n",
                        "<a@b",
                        "<a@b\n",
                        "a@b.example:\n",
                        "I wrote 2026 10:00 <a@b>:\n",
                        "On On 2026 x:\n\n",
                        "On 1.1.2026 10:00 <a@b> x: ",
                        "On 1.1.2026 10:00 <a@b>: >: >: >: >: >: >: >:\n\n",
                        "On 1.1.2026 a@b\n> a\n> b\n",
                        "From: Sent: To: Cc: ",
                        "From: : : : : : : : : : : : : : : : : : :\n",
                        "From:\n",
                        "From: a\nTo: b\n",
                        "From: a\n\n",
                        ":\n",
                        ":\n\n\n\n\n\n\n\n",
                        "Sent from my iPhone\n",
                        "Sent from my ",
                        "sent from a a a a a a a a\n",
                        "> a\nb\n",
                        "> a\nSent from my iPhone\n\n",
                        "> a\n-- \nb\n\n",
                        "confidential and intended recipient ",
                        "notify the sender\n\n",
                        "_________________________\n",
                        "-Bob\n\n",
                        "\u0645 ",
                        "\u539f\u59cb\u90ae\u4ef6:\n",
                        "1",
                        "1:",
                        "1.1.",
                        "[<(",
                        "( \n",
                        "* * *\n",
                        "\u200b",
                        "\u200b\n",
                        "\ud83d\ude00",
                        "a b ",
                        "Disclaimer:\n",
                        "www.",
                        "http://",
                        "Sent from http://\n\n")
                .map(unit -> Arguments.of(shown(unit), unit.repeat(SIZE / unit.length())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("megabytes")
    void splits_a_megabyte_fast(String unit, String text) {
        var started = System.nanoTime();
        var spans = MailText.split(text).spans();
        var took = Duration.ofNanos(System.nanoTime() - started);

        System.out.println("e-mail: 1 MB of " + unit + ": " + took.toMillis() + " ms");
        assertThat(spans.getLast().to()).isEqualTo(text.length());
        assertThat(took).isLessThan(MOST);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tags")
    void cuts_a_megabyte_of_tags_fast(String unit) {
        var body = Jsoup.parse("x" + unit.repeat(SIZE / unit.length())).body();

        var started = System.nanoTime();
        var shown = MailHtml.withoutQuotation(body);
        var took = Duration.ofNanos(System.nanoTime() - started);

        System.out.println("e-mail: 1 MB of " + shown(unit) + ": " + took.toMillis() + " ms");
        assertThat(shown).startsWith("x");
        assertThat(took).isLessThan(MOST.multipliedBy(4));
    }

    static Stream<String> tags() {
        return Stream.of(
                "<blockquote>",
                "<div>",
                "<div class=gmail_quote>",
                "<blockquote>a</blockquote>",
                "<p>On 1.1.2026 wrote:",
                "<br>",
                "<hr>",
                "<div id=x_divRplyFwdMsg>",
                "<img>",
                "<div style='border-top:solid #E1E1E1'>",
                "<td>a",
                "a ");
    }

    private static String shown(String unit) {
        return unit.codePoints()
                .limit(25)
                .mapToObj(c -> c < ' ' || c > '~' ? "\\u%04x".formatted(c) : Character.toString(c))
                .reduce("'", String::concat)
                .concat("'");
    }
}
