package io.switchboard.connector.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.connector.ChallengeReply;
import io.switchboard.connector.Secrets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetaHandshakeTest {

    private static final Secrets SECRETS = Deliveries.secrets("verify_token", "current", "next one");

    @Test
    void answers_the_challenge_as_plain_text() {
        assertThat(ask("?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=current"))
                .isEqualTo(new ChallengeReply(200, "text/plain", "1158201444"));
    }

    @Test
    void accepts_every_token_of_the_set_whatever_the_encoding() {
        assertThat(ask("?hub%2Emode=subscribe&hub.challenge=7&hub.verify_token=next%20one")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?hub.challenge=1&hub.verify_token=current",
                "?hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=current",
                "?hub.mode=subscribe&hub.challenge=1",
                "?hub.mode=subscribe&hub.challenge=1&hub.verify_token=",
                "?hub.mode=subscribe&hub.challenge=1&hub.verify_token=Current",
                "?hub.mode=subscribe&hub.challenge=1&hub.verify_token=current%20"
            })
    void refuses_who_does_not_know_the_token(String query) {
        assertThat(ask(query)).isEqualTo(new ChallengeReply(403, "text/plain", ""));
    }

    @Test
    void refuses_everybody_while_no_token_is_set() {
        var asked = Deliveries.asked("?hub.mode=subscribe&hub.challenge=1&hub.verify_token=");

        assertThat(MetaHandshake.answer(asked, Secrets.NONE))
                .hasValueSatisfying(reply -> assertThat(reply.status()).isEqualTo(403));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&hub.challenge=",
                "&hub.challenge=%3Cscript%3E",
                "&hub.challenge=a%0D%0Ab",
                "&hub.challenge=%C3%A4"
            })
    void echoes_nothing_but_a_short_plain_word(String challenge) {
        assertThat(ask("?hub.mode=subscribe&hub.verify_token=current" + challenge))
                .isEqualTo(new ChallengeReply(400, "text/plain", ""));
    }

    @Test
    void echoes_nothing_long() {
        assertThat(ask("?hub.mode=subscribe&hub.verify_token=current&hub.challenge=" + "1".repeat(129))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void leaves_a_delivery_alone() {
        assertThat(MetaHandshake.answer(Deliveries.posted("{}", Map.of()), SECRETS))
                .isEmpty();
    }

    private static ChallengeReply ask(String query) {
        return MetaHandshake.answer(Deliveries.asked(query), SECRETS).orElseThrow();
    }
}
