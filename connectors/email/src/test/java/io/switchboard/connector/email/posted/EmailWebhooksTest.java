package io.switchboard.connector.email.posted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.canonical.DeliveryId;
import io.switchboard.connector.Body;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.Headers;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.Secret;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.Verification;
import io.switchboard.connector.Verification.Reason;
import io.switchboard.connector.email.Fixture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailWebhooksTest {

    private static final DeliveryId ID = DeliveryId.parse("0195516c-1300-7000-8000-000000000001");

    private final EmailWebhooks webhooks = new EmailWebhooks();

    @ParameterizedTest
    @ValueSource(strings = {"Bearer sandbox-hook-token", "bearer sandbox-hook-token", "BEARER   sandbox-hook-token"})
    void believes_the_token_whatever_the_case_of_its_scheme(String authorization) {
        assertThat(verify(authorization)).isEqualTo(Verification.AUTHENTIC);
    }

    @Test
    void believes_every_token_of_a_rotation() {
        var rotation =
                Secrets.of(Map.of("hook_token", List.of(Secret.of("next-token"), Secret.of("sandbox-hook-token"))));

        assertThat(webhooks.verify(authorized("Bearer next-token"), rotation)).isEqualTo(Verification.AUTHENTIC);
        assertThat(webhooks.verify(authorized("Bearer sandbox-hook-token"), rotation))
                .isEqualTo(Verification.AUTHENTIC);
    }

    @Test
    void rejects_a_request_without_token() {
        var delivery = post(Map.of("Content-Type", "message/rfc822"));

        assertThat(webhooks.verify(delivery, Fixture.secrets()))
                .isEqualTo(Verification.rejected(Reason.MISSING_SIGNATURE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic c2FuZGJveC1ob29rLXRva2Vu",
                "sandbox-hook-token",
                "Bearer",
                "Bearer ",
                "Bearer sandbox hook-token",
                "Token sandbox-hook-token"
            })
    void rejects_every_other_scheme_and_form(String authorization) {
        assertThat(verify(authorization)).isEqualTo(Verification.rejected(Reason.MALFORMED_SIGNATURE));
    }

    @Test
    void rejects_two_authorizations_at_once() {
        var twice =
                Headers.of(Map.of("Authorization", List.of("Bearer sandbox-hook-token", "Bearer sandbox-hook-token")));

        assertThat(HookToken.verify(twice, Fixture.secrets().accepted("hook_token")))
                .isEqualTo(Verification.rejected(Reason.MALFORMED_SIGNATURE));
    }

    @Test
    void rejects_another_token_and_any_token_when_none_is_set() {
        assertThat(verify("Bearer sandbox-hook-tokem")).isEqualTo(Verification.rejected(Reason.WRONG_SIGNATURE));
        assertThat(webhooks.verify(authorized("Bearer sandbox-hook-token"), Secrets.NONE))
                .isEqualTo(Verification.rejected(Reason.NO_SECRET));
    }

    @Test
    void does_not_take_the_other_secrets_of_the_connection_for_the_token() {
        assertThat(verify("Bearer smtp-pass-phrase")).isEqualTo(Verification.rejected(Reason.WRONG_SIGNATURE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"message/rfc822", "Message/RFC822", "message/rfc822; charset=utf-8"})
    void translates_mails(String contentType) {
        var translation = webhooks.translate(post(Map.of("Content-Type", contentType)), Fixture.connection());

        assertThat(translation.events()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json", "multipart/form-data; boundary=x", "message/partial"})
    void calls_every_other_content_type_malformed(String contentType) {
        assertThatThrownBy(() -> webhooks.translate(post(Map.of("Content-Type", contentType)), Fixture.connection()))
                .isInstanceOf(MalformedDeliveryException.class)
                .hasMessage("Content-Type is %s, message/rfc822 was expected", contentType.replaceFirst(";.*", ""));
    }

    @Test
    void calls_a_missing_content_type_malformed() {
        assertThatThrownBy(() -> webhooks.translate(post(Map.of()), Fixture.connection()))
                .isInstanceOf(MalformedDeliveryException.class)
                .hasMessage("Content-Type is missing, message/rfc822 was expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n", " \r\n\t\r\n"})
    void calls_nothing_at_all_malformed(String body) {
        var delivery = new Delivery(
                ID,
                Fixture.RECEIVED_AT,
                "POST",
                "/hooks/email/demo-email",
                Headers.ofSingle(Map.of("Content-Type", "message/rfc822")),
                Body.ofText(body));

        assertThatThrownBy(() -> webhooks.translate(delivery, Fixture.connection()))
                .isInstanceOf(MalformedDeliveryException.class)
                .hasMessage("body is empty, a mail was expected");
    }

    @Test
    void answers_with_the_delivery() {
        var answer = webhooks.acknowledge(ID);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.contentType()).isEqualTo("application/json");
        assertThat(answer.body()).isEqualTo("{\"deliveryId\":\"0195516c-1300-7000-8000-000000000001\"}");
    }

    @Test
    void knows_no_handshake() {
        assertThat(webhooks.handshake(post(Map.of()), Fixture.secrets())).isEmpty();
    }

    private Verification verify(String authorization) {
        return webhooks.verify(authorized(authorization), Fixture.secrets());
    }

    private static Delivery authorized(String authorization) {
        return post(Map.of("Authorization", authorization));
    }

    private static Delivery post(Map<String, String> headers) {
        return new Delivery(
                ID,
                Fixture.RECEIVED_AT,
                "POST",
                "/hooks/email/demo-email",
                Headers.ofSingle(headers),
                Body.ofText("From: tom@phone.example\r\n\r\nHello\r\n"));
    }
}
