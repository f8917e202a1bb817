package io.switchboard.connector.email.posted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.connector.Delivery;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.Secret;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.Verification;
import io.switchboard.connector.Verification.Reason;
import io.switchboard.connector.email.Fixture;
import io.switchboard.connector.testkit.Deliveries;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InboundHooksTest {

    private static final Delivery FORM = new PostedForm()
            .field("from", "tom@phone.example")
            .field("text", "Hello")
            .post();
    private static final Delivery BEARER = Deliveries.withHeader(FORM, "Authorization", "Bearer sandbox-hook-token");
    private static final Delivery BASIC =
            Deliveries.withHeader(FORM, "Authorization", basic("nordlicht:parse-pass-phrase"));

    private final EmailWebhooks webhooks = new EmailWebhooks();

    /** One way in: what would open another provider's hook, or the same account's weaker one, opens nothing. */
    @Test
    void believes_only_the_proof_of_the_provider_that_is_set() {
        assertThat(believed("raw")).containsExactly(BEARER);
        assertThat(believed("postmark")).containsExactly(BASIC);
        assertThat(believed("sendgrid")).hasSize(1).doesNotContain(BASIC, BEARER);
        assertThat(believed("mailgun")).isEmpty();
        assertThat(believed("sendgird")).isEmpty();
    }

    @Test
    void believes_user_and_password_of_sendgrid_only_while_no_key_is_set() {
        var withoutKey = Secrets.of(Map.of("hook_basic", List.of(Secret.of("nordlicht:parse-pass-phrase"))));

        assertThat(verify("sendgrid", BASIC, withoutKey)).isEqualTo(Verification.AUTHENTIC);
        assertThat(verify("sendgrid", BASIC, Fixture.secrets()))
                .isEqualTo(Verification.rejected(Reason.MISSING_SIGNATURE));
        assertThat(verify("sendgrid", BEARER, withoutKey)).isEqualTo(Verification.rejected(Reason.MALFORMED_SIGNATURE));
    }

    @Test
    void is_the_raw_hook_where_nothing_is_set() {
        assertThat(webhooks.forConnection(Fixture.connection())).isInstanceOf(RawMimeHook.class);
        assertThat(webhooks.forConnection(Fixture.connectionOf(" "))).isInstanceOf(RawMimeHook.class);
    }

    @Test
    void names_the_providers_when_the_set_one_does_not_exist() {
        assertThatThrownBy(() -> webhooks.translate(FORM, Fixture.connectionOf("sendgird")))
                .isInstanceOf(MalformedDeliveryException.class)
                .hasMessage("setting inbound_provider names none of raw, sendgrid, mailgun and postmark");
    }

    /** Mailgun and Postmark take every other status for a failure. */
    @ParameterizedTest
    @CsvSource({"raw, 202", "sendgrid, 200", "mailgun, 200", "postmark, 200"})
    void answers_each_as_it_wants(String provider, int status) {
        var answer = webhooks.forConnection(Fixture.connectionOf(provider)).acknowledge(FORM.id());

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo("{\"deliveryId\":\"0195516c-1300-7000-8000-000000000001\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sendgrid", "mailgun", "postmark"})
    void reads_mails_of_the_mailbox_as_mails_whatever_is_set(String provider) {
        var mail = "From: tom@phone.example\r\n\r\nHello\r\n".getBytes(StandardCharsets.UTF_8);

        var unwrapped = new InboundHooks().unwrap(Fixture.delivery(mail), Fixture.connectionOf(provider));

        assertThat(unwrapped.mail().body().bytes()).isEqualTo(mail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bm9yZGxpY2h0OnBhcnNlLXBhc3MtcGhyYXNl",
                "Bearer bm9yZGxpY2h0OnBhcnNlLXBhc3MtcGhyYXNl",
                "Basic",
                "Basic bm9yZGxpY2h0OnBhcnNlLXBhc3Mtc GhyYXNl",
                "Basic !!!"
            })
    void rejects_credentials_in_another_form(String authorization) {
        assertThat(verify("postmark", Deliveries.withHeader(FORM, "Authorization", authorization), Fixture.secrets()))
                .isEqualTo(Verification.rejected(Reason.MALFORMED_SIGNATURE));
    }

    @Test
    void rejects_wrong_credentials_and_all_while_none_are_set() {
        var wrong = Deliveries.withHeader(FORM, "Authorization", basic("nordlicht:parse-pass-phrasf"));

        assertThat(verify("postmark", wrong, Fixture.secrets()))
                .isEqualTo(Verification.rejected(Reason.WRONG_SIGNATURE));
        assertThat(verify("postmark", BASIC, Secrets.NONE)).isEqualTo(Verification.rejected(Reason.NO_SECRET));
        assertThat(verify("postmark", FORM, Fixture.secrets()))
                .isEqualTo(Verification.rejected(Reason.MISSING_SIGNATURE));
    }

    private List<Delivery> believed(String provider) {
        var signed = SendGridSigner.sign(FORM);
        return List.of(FORM, BEARER, BASIC, signed).stream()
                .filter(post -> verify(provider, post, Fixture.secrets()).equals(Verification.AUTHENTIC))
                .toList();
    }

    private Verification verify(String provider, Delivery post, Secrets secrets) {
        return webhooks.forConnection(Fixture.connectionOf(provider)).verify(post, secrets);
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
