package io.switchboard.connector.email.posted;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.connector.Body;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.Headers;
import io.switchboard.connector.Secret;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.Verification;
import io.switchboard.connector.Verification.Reason;
import io.switchboard.connector.email.Fixture;
import io.switchboard.connector.testkit.Deliveries;
import io.switchboard.connector.testkit.PlatformVector;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendGridSignatureTest {

    private static final Delivery POST = new PostedForm()
            .field("from", "tom@phone.example")
            .field("text", "Hello")
            .post();

    /** Published with SendGrid's own Java library, sendgrid-java, in EventWebhookTest: the same scheme signs its other webhook. */
    static PlatformVector vector() {
        var body = "[{\"email\":\"hello@world.com\",\"event\":\"dropped\",\"reason\":\"Bounced Address\","
                + "\"sg_event_id\":\"ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA\","
                + "\"sg_message_id\":\"LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0\","
                + "\"smtp-id\":\"<LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1.sendgrid.net>\",\"timestamp\":1600112492}]\r\n";
        var signature =
                "MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM=";
        var key = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNN"
                + "RaINXvVpiglSI8eNEc6wEA3F+g==";
        var delivery = new Delivery(
                POST.id(),
                Instant.ofEpochSecond(1600112503),
                "POST",
                POST.target(),
                Headers.ofSingle(Map.of(SendGridSigner.SIGNATURE, signature, SendGridSigner.TIMESTAMP, "1600112502")),
                Body.ofText(body));
        return new PlatformVector(
                "sendgrid-java", delivery, Secrets.of(Map.of("sendgrid_public_key", List.of(Secret.of(key)))));
    }

    @Test
    void believes_what_was_signed_over_timestamp_and_body() {
        assertThat(verify(SendGridSigner.sign(POST))).isEqualTo(Verification.AUTHENTIC);
    }

    @Test
    void takes_a_key_with_pem_lines() {
        var pem = "-----BEGIN PUBLIC KEY-----\n"
                + SendGridSigner.publicKey().reveal().replaceAll("(.{64})", "$1\n") + "\n-----END PUBLIC KEY-----\n";

        assertThat(SendGridSignature.verify(SendGridSigner.sign(POST), List.of(Secret.of(pem))))
                .isEqualTo(Verification.AUTHENTIC);
    }

    @Test
    void rejects_another_timestamp_than_the_signed_one() {
        var signed = SendGridSigner.sign(POST);
        var later = Long.toString(Fixture.RECEIVED_AT.getEpochSecond() + 1);

        assertThat(verify(Deliveries.withHeader(signed, SendGridSigner.TIMESTAMP, later)))
                .isEqualTo(Verification.rejected(Reason.WRONG_SIGNATURE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1772366400.5", "0x10", "999999999999999999", "now"})
    void rejects_a_timestamp_that_is_none(String timestamp) {
        var signed = Deliveries.withHeader(SendGridSigner.sign(POST), SendGridSigner.TIMESTAMP, timestamp);

        assertThat(verify(signed)).isEqualTo(Verification.rejected(Reason.MALFORMED_SIGNATURE));
    }

    @Test
    void rejects_a_signature_without_timestamp() {
        var signed = Deliveries.withoutHeader(SendGridSigner.sign(POST), SendGridSigner.TIMESTAMP);

        assertThat(verify(signed)).isEqualTo(Verification.rejected(Reason.MISSING_SIGNATURE));
    }

    /** SendGrid posts a mail again for three days. */
    @Test
    void believes_a_signature_as_long_as_sendgrid_tries_and_no_longer() {
        assertThat(verify(signedAgo(Duration.ofDays(3)))).isEqualTo(Verification.AUTHENTIC);
        assertThat(verify(signedAgo(Duration.ofHours(74)))).isEqualTo(Verification.rejected(Reason.STALE_TIMESTAMP));
    }

    @Test
    void allows_for_a_clock_that_goes_fast() {
        assertThat(verify(signedAgo(Duration.ofMinutes(-9)))).isEqualTo(Verification.AUTHENTIC);
        assertThat(verify(signedAgo(Duration.ofMinutes(-11)))).isEqualTo(Verification.rejected(Reason.STALE_TIMESTAMP));
    }

    @Test
    void rejects_a_signature_in_another_spelling() {
        var signed = SendGridSigner.sign(POST);
        var signature = signed.headers().first(SendGridSigner.SIGNATURE).orElseThrow();
        var spelt = Base64.getMimeEncoder(8, new byte[] {'\n'})
                .encodeToString(Base64.getDecoder().decode(signature));

        assertThat(verify(Deliveries.withHeader(signed, SendGridSigner.SIGNATURE, spelt)))
                .isEqualTo(Verification.rejected(Reason.MALFORMED_SIGNATURE));
    }

    @Test
    void says_that_a_configured_key_is_none() {
        assertThat(SendGridSignature.verify(SendGridSigner.sign(POST), List.of(Secret.of("no key at all"))))
                .isEqualTo(Verification.rejected(Reason.NO_SECRET));
    }

    private static Delivery signedAgo(Duration ago) {
        return SendGridSigner.sign(POST, Fixture.RECEIVED_AT.minus(ago));
    }

    private static Verification verify(Delivery delivery) {
        return SendGridSignature.verify(delivery, List.of(SendGridSigner.publicKey()));
    }
}
