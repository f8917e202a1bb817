package io.switchboard.connector.email.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    <p>one</p><p>two</p>                                    | one~~two
                    <div>one</div><div>two</div>                            | one~two
                    <div>one</div><div><br></div><div>two</div>             | one~~two
                    one<br>two<br/>three                                    | one~two~three
                    <b>bold</b> and   <i>slanted</i>                        | bold and slanted
                    <ul><li>one<li>two</ul>after                            | - one~- two~~after
                    <table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table> | a b~c
                    <blockquote>quoted<br>twice</blockquote>mine            | > quoted~> twice~~mine
                    mine<blockquote>one<blockquote>two</blockquote></blockquote> | mine~~> one~>~>> two
                    <pre>kept~  as is</pre>                                 | kept~  as is
                    5&nbsp;&euro; &lt;now&gt; &amp; here                    | 5 € <now> & here
                    <a href="https://x.example/a">here</a>                  | here (https://x.example/a)
                    <a href="https://x.example/a">https://x.example/a</a>   | https://x.example/a
                    <a href="javascript:x()">never</a>                      | never
                    <img src="cid:a" alt="a lamp"><img src="b">             | [a lamp]
                    <style>p{}</style><script>x()</script><title>t</title>words | words
                    <div style="display:none">summary</div>words            | words
                    """)
    void says_the_same_in_plain_words(String html, String text) {
        assertThat(Html.read(html.replace("~", "\n")).text()).isEqualTo(text.replace("~", "\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    <ol><li>one<li>two</ol>                                 | 1. one~2. two
                    <ol start=4><li>a<ul><li>x</ul><li>b</ol>c              | 4. a~  - x~5. b~~c
                    <li>stray                                               | - stray
                    a<dl><dt>term<dd>meaning</dl>                           | a~~term~  meaning
                    <p>one<br></p><p>two<br><br></p>three                   | one~~two~~three
                    <table><tr><th>A<th>B<tr><td>1<td>2</table>             | A B~1 2
                    <a href="mailto:a@b.example?subject=x">write</a>        | write (a@b.example)
                    <a href="mailto:a@b.example">a@b.example</a>            | a@b.example
                    <a href="https://b.example/">b.example</a>              | b.example
                    <!--[if mso]><p>Outlook only</p><![endif]--><![if !mso]>all<![endif]> | all
                    <p class=MsoNormal>a<o:p></o:p></p><p>b<o:p>&nbsp;</o:p></p> | a~~b
                    a&shy;b&#8203;c&zwnj;d                                  | abc‌d
                    <p dir=rtl>‏שלום</p>                               | ‏שלום
                    <span hidden>no</span><span style="max-height:0;overflow:hidden">no</span>yes | yes
                    <textarea>no</textarea><iframe>no</iframe><svg><text>words</text></svg> | words
                    """)
    void is_faithful_in_plain_words(String html, String text) {
        assertThat(Html.read(html.replace("~", "\n")).text()).isEqualTo(text.replace("~", "\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src='https://t.example/a.gif' width=1 height=1>",
                "<img src='https://t.example/a.gif' width='1px' height='1px'>",
                "<img src='https://t.example/a.gif' height=0>",
                "<img src='https://t.example/a.gif' style='width: 1px; height:1px'>",
                "<img src='https://t.example/a.gif' style='DISPLAY : none !important'>",
                "<img src='https://t.example/a.gif' style='opacity:0'>",
                "<div style='display:none'><img src='https://t.example/a.gif'></div>",
                "<img src='https://u1.ct.t.example/wf/open?upn=x'>"
            })
    void drops_pictures_that_report_who_opened_the_mail(String pixel) {
        var html = Html.read("<p>words</p>" + pixel);

        assertThat(html.markup()).isEqualTo("<p>words</p>");
    }

    @Test
    void loads_no_picture_from_elsewhere() {
        var html =
                Html.read("<table background='https://t.example/b'><tr><td style='background:url(https://t.example/c)'>"
                        + "<img src='https://t.example/a.png?x=1&y=2' srcset='https://t.example/d 2x' alt='a lamp' width=300>"
                        + "<img src='//t.example/e.png'><img src='cid:p@q'><picture><source srcset='https://t.example/f'></picture>"
                        + "<video poster='https://t.example/g'></video></td></tr></table>");

        assertThat(html.markup())
                .isEqualTo("<table><tbody><tr><td><img data-remote-src=\"https://t.example/a.png?x=1&amp;y=2\""
                        + " alt=\"a lamp\" width=\"300\"><img data-remote-src=\"https://t.example/e.png\">"
                        + "<img src=\"cid:p@q\"></td></tr></tbody></table>");
    }

    @Test
    void keeps_text_that_looks_like_markup_as_text() {
        assertThat(Html.read("<p title='\"><script>'>&lt;script&gt; &amp;amp;</p>")
                        .markup())
                .isEqualTo("<p title=\"&quot;&gt;&lt;script&gt;\">&lt;script&gt; &amp;amp;</p>");
    }

    @Test
    void shows_hidden_words_when_there_are_no_others() {
        assertThat(Html.read("<div style='display: none'>all there is</div>").text())
                .isEqualTo("all there is");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>x()</script>",
                "<img src=x onerror=x()>",
                "<a href='javascript:x()'>a</a>",
                "<a href=' java\tscript:x()'>a</a>",
                "<iframe src='https://evil.example'></iframe>",
                "<form action='https://evil.example'><input></form>",
                "<svg><script>x()</script></svg>",
                "<object data='x.swf'></object><embed src=x>",
                "<style>@import 'https://evil.example'</style>",
                "<p style='background:url(https://evil.example)'>p</p>",
                "<meta http-equiv=refresh content='0;url=https://evil.example'>",
                "<base href='https://evil.example'>",
                "<math><mtext><style><img src=x onerror=x()>"
            })
    void keeps_nothing_that_acts(String html) {
        assertThat(Html.read(html).markup())
                .doesNotContainIgnoringCase(
                        "script", "onerror", "evil.example", "iframe", "form", "object", "style", "embed");
    }

    @Test
    void keeps_what_a_reader_needs() {
        var html =
                Html.read("<p dir='rtl'>a <b>b</b> <a href='mailto:x@y.example'>m</a> <img src='cid:p@q' alt='p'></p>");

        assertThat(html.markup())
                .isEqualTo(
                        "<p dir=\"rtl\">a <b>b</b> <a href=\"mailto:x@y.example\" rel=\"noopener noreferrer nofollow\">m</a>"
                                + " <img src=\"cid:p@q\" alt=\"p\"></p>");
        assertThat(html.contentIds()).containsExactly("p@q");
    }

    @Test
    void is_empty_without_words_and_pictures() {
        assertThat(Html.read("<div><br>&nbsp;</div>").isEmpty()).isTrue();
        assertThat(Html.read("<div><img src='cid:a'></div>").isEmpty()).isFalse();
    }

    @Test
    void bears_any_depth() {
        var html = Html.read("<div><blockquote>".repeat(5_000) + "deep");

        assertThat(html.text()).endsWith("deep");
    }

    @Test
    void cuts_long_markup_into_something_well_formed() {
        var html = Html.read("<p>word</p>".repeat(100_000));

        assertThat(html.whole()).isFalse();
        assertThat(html.markup()).hasSizeLessThan(Html.MAX_MARKUP + 100).endsWith("</p>");
    }
}
