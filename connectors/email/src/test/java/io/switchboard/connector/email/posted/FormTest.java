package io.switchboard.connector.email.posted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.email.Fixture;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

    private static final String URL_ENCODED = "application/x-www-form-urlencoded; charset=utf-8";

    /** Where a mail reader takes CR CR LF for one line end, a form must not: PDF files often end so. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r",
                "\n",
                "\r\n",
                "a\r",
                "a\r\r",
                "a\n\n",
                "\r\na",
                "\r\n\r\na",
                "--xYzZ\r\n",
                "--xYzZYa\r\n-",
                "\0"
            })
    void keeps_every_byte_of_a_file(String content) {
        var bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        var form = Form.read(new PostedForm()
                .field("text", "before")
                .file("attachment1", "x", "application/pdf", bytes)
                .field("html", "after")
                .post());

        assertThat(form.first("attachment1").orElseThrow().content().bytes()).isEqualTo(bytes);
        assertThat(form.fields()).extracting(FormField::name).containsExactly("text", "attachment1", "html");
    }

    @Test
    void reads_a_form_with_bare_line_feeds_and_no_end() {
        var form = multipart("--b\nContent-Disposition: form-data; name=\"text\"\n\nHello\nyou\n--b\n"
                + "Content-Disposition: form-data; name=html\n\n<p>cut");

        assertThat(form.first("text").orElseThrow().text()).isEqualTo("Hello\nyou");
        assertThat(form.first("html").orElseThrow().text()).isEqualTo("<p>cut");
    }

    @Test
    void leaves_out_what_stands_around_the_parts() {
        var form = multipart("preamble\r\n--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b--\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\n2\r\n");

        assertThat(form.fields()).extracting(FormField::name).containsExactly("a");
    }

    @Test
    void decodes_names_and_values_of_the_url_encoded_kind() {
        var form = Form.read(Fixture.post(
                URL_ENCODED,
                "body-plain=1+%2B+1%3D2%26%C3%A4&&empty=&=nameless&alone&n%61me=100%+%zz&body-plain=again"
                        .getBytes(StandardCharsets.US_ASCII)));

        assertThat(form.all("body-plain")).extracting(FormField::text).containsExactly("1 + 1=2&ä", "again");
        assertThat(form.last("body-plain").orElseThrow().text()).isEqualTo("again");
        assertThat(form.first("name").orElseThrow().text()).isEqualTo("100% %zz");
        assertThat(form.first("empty").orElseThrow().isBlank()).isTrue();
        assertThat(form.fields()).hasSize(4);
    }

    @Test
    void tells_names_apart_by_their_case() {
        var form = Form.read(new PostedForm()
                .field("From", "the mail's")
                .field("from", "the platform's")
                .post());

        assertThat(form.first("from").orElseThrow().text()).isEqualTo("the platform's");
    }

    @Test
    void has_one_fingerprint_for_the_same_fields_and_another_for_others() {
        var form = new PostedForm().field("a", "1").file("b", "b.txt", "text/plain", new byte[] {2});
        var same = new PostedForm("zz")
                .file("b", "b.txt", "text/plain", new byte[] {2})
                .field("a", "1");
        var renamed = new PostedForm().field("a", "1").file("b", "b.exe", "text/plain", new byte[] {2});
        var retyped = new PostedForm().field("a", "1").file("b", "b.txt", "text/html", new byte[] {2});
        var doubled = new PostedForm().field("a", "1").field("a", "1").file("b", "b.txt", "text/plain", new byte[] {2});

        var fingerprint = Form.read(form.post()).fingerprint();

        assertThat(Form.read(same.post()).fingerprint()).isEqualTo(fingerprint);
        assertThat(Form.read(renamed.post()).fingerprint()).isNotEqualTo(fingerprint);
        assertThat(Form.read(retyped.post()).fingerprint()).isNotEqualTo(fingerprint);
        assertThat(Form.read(doubled.post()).fingerprint()).isNotEqualTo(fingerprint);
    }

    @Test
    void says_what_was_found_where_no_form_is() {
        assertMalformed(
                "text/html",
                "Content-Type is text/html, multipart/form-data or "
                        + "application/x-www-form-urlencoded was expected");
        assertMalformed(
                "",
                "Content-Type is missing, multipart/form-data or " + "application/x-www-form-urlencoded was expected");
        assertMalformed("multipart/form-data", "Content-Type has no boundary, one was expected");
        assertMalformed(
                "multipart/form-data; boundary=b", "body has no form field, a multipart/form-data was expected");
    }

    private static void assertMalformed(String contentType, String message) {
        var post = Fixture.post(contentType, "nothing".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Form.read(post))
                .isInstanceOf(MalformedDeliveryException.class)
                .hasMessage(message);
    }

    private static Form multipart(String body) {
        return Form.read(Fixture.post("multipart/form-data; boundary=b", body.getBytes(StandardCharsets.UTF_8)));
    }
}
