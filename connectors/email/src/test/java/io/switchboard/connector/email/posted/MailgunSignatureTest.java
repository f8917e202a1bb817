package io.switchboard.connector.email.posted;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.connector.Delivery;
import io.switchboard.connector.Secret;
import io.switchboard.connector.Verification;
import io.switchboard.connector.Verification.Reason;
import io.switchboard.connector.email.Fixture;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailgunSignatureTest {

    private static final String TOKEN = "6f1c3b0f52de4a41b9d1c8f6a2e7d3905b4e8c7a1f02d3e4c5";
    private static final Secret KEY = Secret.of(MailgunSigner.KEY);

    private final MailgunSignature signature = new MailgunSignature();

    /** Inputs from the tests of django-anymail. */
    @Test
    void computes_the_known_vector() {
        var post = new PostedForm()
                .field("timestamp", "1461261330")
                .field("token", "06c96bafc3f42a66b9edd546347a2fe18dc23461fe80dc52f0")
                .field("signature", "3e24f71c7e802be94c5abca2fd6ca6957cca2e1e2396d26716b87e1ca8c56634")
                .post();
        var known = Secret.of("TEST_WEBHOOK_SIGNING_KEY");

        assertThat(signature.verify(received(post, Instant.ofEpochSecond(1461261331)), List.of(known)))
                .isEqualTo(Verification.AUTHENTIC);
        assertThat(signature.verify(received(post, Instant.ofEpochSecond(1461261331)), List.of(KEY)))
                .isEqualTo(Verification.rejected(Reason.WRONG_SIGNATURE));
    }

    @Test
    void believes_the_same_post_twice() {
        var post = signed(Duration.ZERO, "Hello").post();

        assertThat(verify(post)).isEqualTo(Verification.AUTHENTIC);
        assertThat(verify(received(post, Fixture.RECEIVED_AT.plus(Duration.ofHours(4)))))
                .isEqualTo(Verification.AUTHENTIC);
    }

    /** A client that writes the form anew for a second attempt may cut it elsewhere and in another order. */
    @Test
    void knows_a_post_again_behind_another_boundary_and_order() {
        var timestamp = Long.toString(Fixture.RECEIVED_AT.getEpochSecond());
        var proof = MailgunSigner.signature(timestamp, TOKEN);
        var again = new PostedForm("another")
                .field("signature", proof)
                .field("body-plain", "Hello")
                .field("token", TOKEN)
                .field("timestamp", timestamp)
                .field("from", "tom@phone.example");

        assertThat(verify(signed(Duration.ZERO, "Hello").post())).isEqualTo(Verification.AUTHENTIC);
        assertThat(verify(again.post())).isEqualTo(Verification.AUTHENTIC);
    }

    @Test
    void rejects_another_mail_under_a_signature_that_was_used() {
        assertThat(verify(signed(Duration.ZERO, "Hello").post())).isEqualTo(Verification.AUTHENTIC);

        assertThat(verify(signed(Duration.ZERO, "Send me the money").post()))
                .isEqualTo(Verification.rejected(Reason.WRONG_SIGNATURE));
        assertThat(verify(signed(Duration.ZERO, "Hello")
                        .file("attachment-1", "x.txt", "text/plain", new byte[] {1})
                        .post()))
                .isEqualTo(Verification.rejected(Reason.WRONG_SIGNATURE));
    }

    /** The signature is remembered, not the token: a token is no secret of the one who uses it. */
    @Test
    void does_not_let_a_stranger_use_up_a_token() {
        var forged = new PostedForm()
                .field("from", "stranger@elsewhere.example")
                .field("timestamp", Long.toString(Fixture.RECEIVED_AT.getEpochSecond()))
                .field("token", TOKEN)
                .field("signature", "0".repeat(64));

        assertThat(verify(forged.post())).isEqualTo(Verification.rejected(Reason.WRONG_SIGNATURE));
        assertThat(verify(signed(Duration.ZERO, "Hello").post())).isEqualTo(Verification.AUTHENTIC);
    }

    /** Mailgun posts a mail again for 7 h 55 min. */
    @Test
    void believes_a_signature_as_long_as_mailgun_tries_and_no_longer() {
        assertThat(verify(signed(Duration.ofHours(8), "Hello").post())).isEqualTo(Verification.AUTHENTIC);
        assertThat(verify(signed(Duration.ofHours(10), "Hello").post()))
                .isEqualTo(Verification.rejected(Reason.STALE_TIMESTAMP));
        assertThat(verify(signed(Duration.ofMinutes(-11), "Hello").post()))
                .isEqualTo(Verification.rejected(Reason.STALE_TIMESTAMP));
    }

    /** A mail's own field of that name stands before Mailgun's. */
    @Test
    void takes_the_last_of_doubled_fields() {
        var timestamp = Long.toString(Fixture.RECEIVED_AT.getEpochSecond());
        var post = new PostedForm()
                .field("token", "in the mail")
                .field("signature", "in the mail")
                .field("timestamp", timestamp)
                .field("token", TOKEN)
                .field("signature", MailgunSigner.signature(timestamp, TOKEN));

        assertThat(verify(post.post())).isEqualTo(Verification.AUTHENTIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"timestamp", "token", "signature"})
    void rejects_a_form_without_one_of_the_three(String missing) {
        var timestamp = Long.toString(Fixture.RECEIVED_AT.getEpochSecond());
        var post = new PostedForm();
        for (var field : List.of("timestamp", "token", "signature")) {
            if (!field.equals(missing)) {
                post.field(field, field.equals("timestamp") ? timestamp : TOKEN);
            }
        }

        assertThat(verify(post.post())).isEqualTo(Verification.rejected(Reason.MISSING_SIGNATURE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zz", "0", "00é", "3E24F71C7E802BE94C5ABCA2FD6CA6957CCA2E1E2396D26716B87E1CA8C56634"})
    void rejects_a_signature_that_is_no_hex(String spoilt) {
        var post = new PostedForm()
                .field("timestamp", "1461261330")
                .field("token", TOKEN)
                .field("signature", spoilt);

        assertThat(verify(post.post())).isEqualTo(Verification.rejected(Reason.MALFORMED_SIGNATURE));
    }

    @Test
    void rejects_what_is_no_form_and_every_post_while_no_key_is_set() {
        var json = Fixture.post("application/json", "{}".getBytes(StandardCharsets.UTF_8));

        assertThat(verify(json)).isEqualTo(Verification.rejected(Reason.MISSING_SIGNATURE));
        assertThat(signature.verify(signed(Duration.ZERO, "Hello").post(), List.of()))
                .isEqualTo(Verification.rejected(Reason.NO_SECRET));
    }

    @Test
    void forgets_the_oldest_when_there_are_too_many() {
        var seen = new SeenSignatures(Duration.ofHours(1));
        for (var i = 0; i <= SeenSignatures.MAX; i++) {
            assertThat(seen.isTaken("signature " + i, "mail", Fixture.RECEIVED_AT))
                    .isFalse();
        }

        assertThat(seen.isTaken("signature 1", "other mail", Fixture.RECEIVED_AT))
                .isTrue();
        assertThat(seen.isTaken("signature 0", "other mail", Fixture.RECEIVED_AT))
                .isFalse();
    }

    private static PostedForm signed(Duration ago, String text) {
        var timestamp = Long.toString(Fixture.RECEIVED_AT.minus(ago).getEpochSecond());
        return new PostedForm()
                .field("from", "tom@phone.example")
                .field("body-plain", text)
                .field("timestamp", timestamp)
                .field("token", TOKEN)
                .field("signature", MailgunSigner.signature(timestamp, TOKEN));
    }

    private static Delivery received(Delivery post, Instant at) {
        return new Delivery(post.id(), at, post.method(), post.target(), post.headers(), post.body());
    }

    private Verification verify(Delivery post) {
        return signature.verify(post, List.of(KEY));
    }
}
