package io.switchboard.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.canonical.BlockedReason;
import io.switchboard.connector.SendOutcome;
import io.switchboard.connector.SendOutcome.Deferred;
import io.switchboard.connector.SendOutcome.Refused;
import io.switchboard.connector.meta.GraphAnswer;
import io.switchboard.connector.meta.GraphError;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppErrorsTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 3, 10, 190, 200, 230, 299, 131005})
    void stops_the_connection_when_access_is_denied(long code) {
        assertThat(outcome(code, 400))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.blocks()).contains(BlockedReason.TOKEN_INVALID));
    }

    @Test
    void stops_the_connection_even_when_the_status_blames_the_server() {
        assertThat(outcome(3, 500)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "130429,PT10S",
        "131056,PT10S",
        "4,PT5M",
        "80007,PT5M",
        "131048,PT1H",
        "131064,PT1H",
        "133016,PT1H",
        "131000,PT1M",
        "131016,PT1M",
        "1,PT1M",
        "2,PT1M",
        "131057,PT5M"
    })
    void waits_as_long_as_the_limit_needs(long code, Duration wait) {
        assertThat(outcome(code, 400))
                .isInstanceOfSatisfying(
                        Deferred.class,
                        deferred -> assertThat(deferred.retryAfter()).isEqualTo(wait));
    }

    @Test
    void waits_as_long_as_whatsapp_asks() {
        var answer = new GraphAnswer.Failure(429, error(130429, "slow down"), Optional.of(Duration.ofMinutes(3)));

        assertThat(WhatsAppErrors.outcome(answer))
                .isInstanceOfSatisfying(
                        Deferred.class,
                        deferred -> assertThat(deferred.retryAfter()).hasMinutes(3));
    }

    @Test
    void says_that_the_window_is_closed() {
        assertThat(outcome(131047, 400))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.blocks()).contains(BlockedReason.WINDOW_CLOSED));
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                131026, 131030, 131021, 131045, 131050, 130472, 131049, 131062, 131008, 131009, 131051, 131052, 131053,
                100, 132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016, 368, 131031, 130497, 131037, 131042
            })
    void refuses_for_good_and_blocks_nothing_else(long code) {
        assertThat(outcome(code, 400)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.blocks()).isEmpty();
            assertThat(refused.reason().code()).isEqualTo(Long.toString(code));
            assertThat(refused.reason().explanation()).doesNotStartWith("WhatsApp refused the message.");
        });
    }

    @Test
    void takes_an_unknown_error_at_its_status() {
        assertThat(outcome(137000, 400)).isInstanceOf(Refused.class);
        assertThat(outcome(199999, 500)).isInstanceOf(Deferred.class);
        assertThat(outcome(Long.MAX_VALUE, 400)).isInstanceOf(Refused.class);
    }

    @Test
    void quotes_the_details_without_the_people_in_them() {
        var failure = WhatsAppErrors.failure(error(
                131009, "(#131009) to=+1 202-555-0123 (US.13491208655302741918, ada@example.com) is 21 characters"));

        assertThat(failure.code()).isEqualTo("131009");
        assertThat(failure.explanation())
                .isEqualTo("WhatsApp does not accept a value in the message."
                        + " WhatsApp says: (#131009) to=… (US.…, … is 21 characters");
    }

    @Test
    void quotes_no_novel() {
        assertThat(WhatsAppErrors.failure(error(131009, "x".repeat(1000))).explanation())
                .hasSizeLessThan(400);
    }

    private static SendOutcome outcome(long code, int status) {
        return WhatsAppErrors.outcome(new GraphAnswer.Failure(status, error(code, "details"), Optional.empty()));
    }

    private static GraphError error(long code, String details) {
        return new GraphError(code, Optional.empty(), Optional.of(details));
    }
}
