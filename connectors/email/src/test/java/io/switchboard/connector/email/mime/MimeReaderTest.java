package io.switchboard.connector.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.connector.email.bytes.Slice;
import io.switchboard.connector.email.text.Repairs;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MimeReaderTest {

    private final Repairs repairs = new Repairs();

    @Test
    void numbers_parts_as_imap_does() {
        var root = read("""
                Content-Type: multipart/mixed; boundary=o

                preamble
                --o
                Content-Type: multipart/alternative; boundary=i

                --i

                a
                --i

                b
                --i--
                --o

                c
                --o--
                epilogue
                """);

        assertThat(root.all().map(Entity::path)).containsExactly("", "1", "1.1", "1.2", "2");
        assertThat(bodies(root)).containsExactly("a", "b", "c");
        assertThat(repairs.notes()).isEmpty();
    }

    @Test
    void numbers_a_mail_of_one_part() {
        assertThat(read("Subject: x\n\nbody").path()).isEqualTo("1");
    }

    @Test
    void tells_similar_boundaries_apart() {
        var root = read("""
                Content-Type: multipart/mixed; boundary="=_a"

                --=_a
                Content-Type: multipart/alternative; boundary="=_a_b"

                --=_a_b

                one
                --=_a_b--
                --=_a \s

                two --=_a
                 --=_a
                --=_a--
                """);

        assertThat(bodies(root)).containsExactly("one", "two --=_a\n --=_a");
    }

    @ParameterizedTest
    @CsvSource({"wrong", "''", "'-'"})
    void finds_a_boundary_that_the_header_does_not_name(String declared) {
        var root = read("Content-Type: multipart/mixed; boundary=\"" + declared + """
                "

                --real
                Content-Type: text/plain

                one
                --real
                Content-Type: text/plain

                two
                --real--
                """);

        assertThat(bodies(root)).containsExactly("one", "two");
        assertThat(repairs.notes())
                .contains("the declared boundary is missing or wrong, another was found in the body");
    }

    @Test
    void reads_a_multipart_without_parts_as_text() {
        var root = read("Content-Type: multipart/mixed; boundary=x\n\nno parts here\n-- \nAnn\n");

        assertThat(root.type().name()).isEqualTo("text/plain");
        assertThat(repairs.notes()).containsExactly("multipart without parts, read as text");
    }

    @Test
    void reads_parts_up_to_where_the_mail_breaks_off() {
        var root = read("Content-Type: multipart/mixed; boundary=x\n\n--x\n\none\n--x\n\ntw");

        assertThat(bodies(root)).containsExactly("one", "tw");
        assertThat(repairs.notes()).containsExactly("multipart without closing delimiter");
    }

    @Test
    void does_not_swallow_a_part_after_one_whose_header_never_ends() {
        var root = read("""
                Content-Type: multipart/mixed; boundary=x

                --x
                Content-Type: text/plain
                --x
                Content-Type: text/plain

                two
                --x--
                """);

        assertThat(bodies(root)).containsExactly("", "two");
    }

    @Test
    void opens_a_multipart_that_was_encoded_as_a_whole() {
        var inner = Base64.getMimeEncoder()
                .encodeToString("--x\r\n\r\none\r\n--x--\r\n".getBytes(StandardCharsets.US_ASCII));
        var root = read("Content-Type: multipart/mixed; boundary=x\nContent-Transfer-Encoding: base64\n\n" + inner);

        assertThat(bodies(root)).containsExactly("one");
    }

    @Test
    void reads_the_parts_of_a_digest_as_mails() {
        var root = read("Content-Type: multipart/digest; boundary=x\n\n--x\n\nSubject: one\n\nbody\n--x--\n");

        assertThat(root.children()).extracting(part -> part.type().name()).containsExactly("message/rfc822");
    }

    @ParameterizedTest
    @CsvSource({
        "text, text/plain",
        "text/, text/plain",
        "TEXT/HTML, text/html",
        "html, text/plain",
        "/, text/plain",
        "'a b c/d', text/plain",
        "'image/png junk', image/png",
        "'', text/plain"
    })
    void reads_odd_media_types(String declared, String type) {
        assertThat(read("Content-Type: " + declared + "\n\nbody").type().name()).isEqualTo(type);
    }

    @Test
    @Timeout(20)
    void opens_parts_down_to_the_limit_of_depth() {
        var mail = new StringBuilder();
        for (var depth = 0; depth < 2_000; depth++) {
            mail.append("Content-Type: multipart/mixed; boundary=b%1$d\n\n--b%1$d\n".formatted(depth));
        }
        var root = read(mail + "\nthe bottom");

        assertThat(root.all()).hasSize(MimeReader.MAX_DEPTH + 1);
        assertThat(repairs.truncated()).isTrue();
        assertThat(repairs.notes()).contains("parts nested deeper than 20 were not opened");
    }

    @Test
    @Timeout(20)
    void opens_parts_up_to_the_limit_of_number() {
        var root = read("Content-Type: multipart/mixed; boundary=x\n\n" + "--x\n\npart\n".repeat(20_000) + "--x--\n");

        assertThat(root.all()).hasSize(MimeReader.MAX_PARTS);
        assertThat(repairs.truncated()).isTrue();
        assertThat(repairs.notes()).containsExactly("more than 500 parts, the rest was left out");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/plain; charset=iso-8859-1 (Western)     | text/plain | iso-8859-1
            text/plain; charset="utf-8; format=flowed"   | text/plain | utf-8
            text/plain charset=koi8-r                    | text/plain | koi8-r
            text/html, charset=utf-8                     | text/html  | utf-8
            text/html,                                   | text/html  |
            text/plain; charset=utf-8 format=flowed      | text/plain | utf-8
            """)
    void reads_types_whose_separators_are_wrong(String header, String name, String charset) {
        var part = read("Content-Type: " + header + "\n\nx\n");

        assertThat(part.type().name()).isEqualTo(name);
        assertThat(part.type().charset()).isEqualTo(Optional.ofNullable(charset));
    }

    @Test
    void finds_the_parts_behind_a_delimiter_that_closed_too_early() {
        var root = read("""
                Content-Type: multipart/mixed; boundary=o

                --o
                Content-Type: multipart/alternative; boundary=o

                --o

                words
                --o--
                --o
                Content-Type: image/png

                picture
                --o--
                the end
                """);

        assertThat(root.all().map(part -> part.content().slice().asLatin1())).contains("words", "picture");
    }

    @Test
    void reads_text_that_was_never_encoded_as_it_came() {
        var part = read("Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nNobody encoded this text.\n");

        assertThat(part.content().bytes(100)).asString().isEqualTo("Nobody encoded this text.\n");
        assertThat(repairs.notes()).contains("part 1 says base64 and is not, read as it came");
    }

    private Entity read(String mail) {
        return new MimeReader(repairs).read(Slice.of(mail.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static List<String> bodies(Entity root) {
        return root.all()
                .filter(part -> !part.isMultipart())
                .map(part -> part.body().asLatin1())
                .toList();
    }
}
