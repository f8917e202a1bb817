package io.switchboard.connector.email.posted;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.connector.Body;
import io.switchboard.connector.FetchOutcome;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.email.Fixture;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmailAttachmentsTest {

    private static final byte[] MAIL = """
            From: ann@b.example
            Content-Type: multipart/mixed; boundary=x

            --x
            Content-Type: multipart/related; boundary=y

            --y
            Content-Type: text/html

            <p>x</p>
            --y
            Content-Type: image/png; name=a.png
            Content-Transfer-Encoding: base64

            aGVsbG8=
            --y--
            --x
            Content-Type: text/csv; charset=ISO-8859-1; name=a.csv

            lamp;1
            --x--
            """.getBytes(StandardCharsets.US_ASCII);

    @Test
    void fetches_the_bytes_of_what_the_translation_announced() {
        var announced = Fixture.message(MAIL).attachments();

        assertThat(announced).extracting(file -> file.providerMediaId()).containsExactly("1.2", "2");
        assertThat(fetch("1.2", 100))
                .isEqualTo(new FetchOutcome.Fetched(Body.ofText("hello"), Optional.of("image/png")));
        assertThat(fetch("2", 100))
                .isEqualTo(
                        new FetchOutcome.Fetched(Body.ofText("lamp;1"), Optional.of("text/csv; charset=iso-8859-1")));
        assertThat(announced.getFirst().sha256()).hasValue(Body.ofText("hello").sha256());
    }

    @Test
    void rejects_what_is_larger_than_the_limit() {
        assertThat(fetch("1.2", 4)).isEqualTo(new FetchOutcome.Rejected("the part has 5 bytes, the limit is 4"));
        assertThat(fetch("1.2", 5)).isInstanceOf(FetchOutcome.Fetched.class);
    }

    @Test
    void knows_no_other_parts() {
        assertThat(fetch("1", 100)).isInstanceOf(FetchOutcome.Gone.class);
        assertThat(fetch("9.9", 100)).isInstanceOf(FetchOutcome.Gone.class);
        assertThat(fetch("", 100)).isInstanceOf(FetchOutcome.Gone.class);
    }

    private static FetchOutcome fetch(String path, long limit) {
        return new EmailAttachments().fetch(path, Fixture.delivery(MAIL), limit, Fixture.connection(), Secrets.NONE);
    }
}
