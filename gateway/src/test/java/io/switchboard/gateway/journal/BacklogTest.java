package io.switchboard.gateway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.canonical.ConnectionId;
import io.switchboard.canonical.TenantId;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final ConnectionId ADA = ConnectionId.of(new TenantId("test"), "whatsapp", "ada");

    private final Backlog backlog = new Backlog();

    @Test
    void holds_from_the_beginning_of_a_write() {
        backlog.writing(ADA);

        assertThat(backlog.holds(ADA)).isTrue();
        assertThat(backlog.settled()).isEmpty();
    }

    @Test
    void a_failed_write_holds_nobody() {
        backlog.writing(ADA);
        backlog.failed(ADA);

        assertThat(backlog.holds(ADA)).isFalse();
    }

    @Test
    void a_failed_write_does_not_free_what_was_written_before() {
        backlog.writing(ADA);
        backlog.written(ADA);
        backlog.writing(ADA);
        backlog.failed(ADA);

        assertThat(backlog.holds(ADA)).isTrue();
        assertThat(backlog.settled()).containsKey(ADA);
    }

    @Test
    void is_released_only_as_it_was_seen() {
        backlog.writing(ADA);
        backlog.written(ADA);
        var seen = Objects.requireNonNull(backlog.settled().get(ADA));

        backlog.writing(ADA);
        backlog.release(ADA, seen);
        assertThat(backlog.holds(ADA)).as("a write began in the meantime").isTrue();
        backlog.written(ADA);
        backlog.release(ADA, seen);
        assertThat(backlog.holds(ADA))
                .as("a write came and ended in the meantime")
                .isTrue();

        backlog.settled().forEach(backlog::release);
        assertThat(backlog.holds(ADA)).isFalse();
    }

    @Test
    void what_was_found_holds_until_it_is_gone() {
        backlog.found(ADA);

        assertThat(backlog.holds(ADA)).isTrue();
        backlog.settled().forEach(backlog::release);
        assertThat(backlog.holds(ADA)).isFalse();
    }
}
