package io.switchboard.connector.email.quotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MailHtmlTest {

    static List<Sample> mails() {
        return Sample.of("html.txt");
    }

    @ParameterizedTest
    @MethodSource("mails")
    void keeps_what_the_author_wrote(Sample mail) {
        var parts = mail.text().split("\n%=\n?", 2);

        var shown = MailHtml.withoutQuotation(Jsoup.parse(parts[0]).body());

        assertThat(Jsoup.parse(shown).text().replaceAll("\\s+", " ").strip()).isEqualTo(parts[1]);
    }

    @Test
    void keeps_the_markup_of_what_it_keeps() {
        var body = Jsoup.parse("<div><b>No</b>, <a href=\"https://a.example\">see</a>.<br><br></div>"
                        + "<blockquote type=\"cite\"><i>Yes?</i></blockquote>")
                .body();

        assertThat(MailHtml.withoutQuotation(body))
                .isEqualTo("<div><b>No</b>, <a href=\"https://a.example\">see</a>.</div>");
    }

    @Test
    void leaves_the_body_as_it_is() {
        var body = Jsoup.parse("No<blockquote type=cite>Yes?</blockquote>").body();
        var before = body.html();

        MailHtml.withoutQuotation(body);

        assertThat(body.html()).isEqualTo(before);
    }

    @Test
    void keeps_the_picture_that_is_the_message() {
        var body = Jsoup.parse("<img src=\"cid:a\"><blockquote type=cite>Yes?</blockquote>")
                .body();

        assertThat(MailHtml.withoutQuotation(body)).isEqualTo("<img src=\"cid:a\">");
    }

    @Test
    void shows_what_is_passed_on_when_the_subject_says_so() {
        var body = Jsoup.parse(
                        "<div>See below.</div><div id=\"appendonsend\"></div><div id=\"divRplyFwdMsg\"><b>From:</b> Carrier"
                                + "<br><b>Sent:</b> Friday<br><b>To:</b> Ada<br><b>Subject:</b> Parcel</div><div>Not found.</div>")
                .body();

        assertThat(Jsoup.parse(MailHtml.withoutQuotation(body, "WG: Parcel")).text())
                .endsWith("Not found.");
        assertThat(Jsoup.parse(MailHtml.withoutQuotation(body, "AW: Parcel")).text())
                .isEqualTo("See below.");
    }

    @Test
    void takes_a_deep_and_a_wide_document() {
        var deep = Jsoup.parse("x" + "<blockquote>".repeat(100_000) + "y").body();
        var wide = Jsoup.parse("x" + "<p>On 1.1.2026 at 10:00 a@b.example<p>".repeat(50_000))
                .body();

        assertThat(MailHtml.withoutQuotation(deep)).isEqualTo("x");
        assertThat(MailHtml.withoutQuotation(wide)).startsWith("x<p>");
    }
}
