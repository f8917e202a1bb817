package io.switchboard.gateway.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.canonical.ThreadId;
import io.switchboard.canonical.ThreadLink.Kind;
import io.switchboard.canonical.ThreadMatch.Alternative;
import io.switchboard.gateway.tickets.ThreadLadder.Candidate;
import io.switchboard.gateway.tickets.ThreadLadder.Writer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadLadderTest {

    private static final ThreadId ONE = new ThreadId(new UUID(0, 1));
    private static final ThreadId OTHER = new ThreadId(new UUID(0, 2));
    private static final Writer PERSON = new Writer(false, false);
    private static final Writer MACHINE = new Writer(true, false);
    private static final Writer FORGER = new Writer(false, true);

    @ParameterizedTest
    @CsvSource({
        "TOKEN,OUTBOUND,AUTHOR,signed_token,1.0",
        "REFERENCE,OUTBOUND,AUTHOR,outbound_id,0.95",
        "REFERENCE,OUTBOUND,COPIED,outbound_id,0.95",
        "REFERENCE,INBOUND,AUTHOR,inbound_id,0.9",
        "REFERENCE,NAMED,COPIED,inbound_id,0.9",
        "CONVERSATION,CONVERSATION,AUTHOR,conversation_index,0.8"
    })
    void somebody_with_part_in_the_thread_is_let_in(
            Kind kind, AliasOrigin origin, Role role, String rule, double confidence) {
        var decision = ThreadLadder.decide(List.of(candidate(ONE, kind, origin, Optional.of(role))), PERSON);

        assertThat(decision.chosen()).contains(ONE);
        assertThat(decision.match().rule()).isEqualTo(rule);
        assertThat(decision.match().confidence()).isEqualTo(confidence);
    }

    @ParameterizedTest
    @CsvSource({
        "TOKEN,OUTBOUND,signed_token,0.5",
        "REFERENCE,OUTBOUND,outbound_id,0.5",
        "REFERENCE,INBOUND,inbound_id,0.4",
        "CONVERSATION,CONVERSATION,conversation_index,0.3"
    })
    void a_stranger_is_not_whatever_he_quotes(Kind kind, AliasOrigin origin, String rule, double confidence) {
        var decision = ThreadLadder.decide(List.of(candidate(ONE, kind, origin, Optional.empty())), PERSON);

        assertThat(decision.chosen()).isEmpty();
        assertThat(decision.match().rule()).isEqualTo("new");
        assertThat(decision.match().alternatives()).containsExactly(new Alternative(ONE, rule, confidence));
    }

    @Test
    void a_forged_sender_is_not_the_customer() {
        var token = candidate(ONE, Kind.TOKEN, AliasOrigin.OUTBOUND, Optional.of(Role.AUTHOR));

        assertThat(ThreadLadder.decide(List.of(token), FORGER).chosen()).isEmpty();
    }

    @Test
    void the_same_topic_is_never_enough() {
        var topic = candidate(ONE, Kind.SAME_TOPIC, AliasOrigin.TOPIC, Optional.of(Role.AUTHOR));

        var decision = ThreadLadder.decide(List.of(topic), PERSON);

        assertThat(decision.chosen()).isEmpty();
        assertThat(decision.match().alternatives()).hasSize(1);
    }

    @Test
    void a_mail_system_returns_only_what_we_sent() {
        var ours = candidate(ONE, Kind.RETURNED, AliasOrigin.OUTBOUND, Optional.empty());
        var customers = candidate(ONE, Kind.RETURNED, AliasOrigin.INBOUND, Optional.empty());

        assertThat(ThreadLadder.decide(List.of(ours), MACHINE).chosen()).contains(ONE);
        assertThat(ThreadLadder.decide(List.of(ours), PERSON).chosen()).isEmpty();
        assertThat(ThreadLadder.decide(List.of(customers), MACHINE).chosen()).isEmpty();
    }

    @Test
    void the_strongest_reason_decides_and_the_others_are_told_once_each() {
        var decision = ThreadLadder.decide(
                List.of(
                        candidate(OTHER, Kind.REFERENCE, AliasOrigin.INBOUND, Optional.empty()),
                        candidate(OTHER, Kind.CONVERSATION, AliasOrigin.CONVERSATION, Optional.empty()),
                        candidate(ONE, Kind.REFERENCE, AliasOrigin.OUTBOUND, Optional.of(Role.AUTHOR))),
                PERSON);

        assertThat(decision.chosen()).contains(ONE);
        assertThat(decision.match().alternatives()).containsExactly(new Alternative(OTHER, "inbound_id", 0.4));
    }

    private static Candidate candidate(ThreadId thread, Kind kind, AliasOrigin origin, Optional<Role> role) {
        return new Candidate(thread, kind, origin, role);
    }
}
