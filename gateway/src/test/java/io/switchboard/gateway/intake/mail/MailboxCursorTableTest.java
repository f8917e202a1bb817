package io.switchboard.gateway.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.gateway.Hub;
import io.switchboard.gateway.intake.mail.MailboxCursor.Resync;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailboxCursorTableTest {

    private final MailboxCursors cursors = Hub.bean(MailboxCursors.class);

    @Test
    void a_cursor_is_found_as_it_was_saved_last() throws TakenOverException {
        var mailbox = mailbox("cursor");
        var other = mailbox("other-cursor");
        Hub.bean(MailboxTurns.class).take(List.of(mailbox.connection()));
        var far = MailboxCursor.behind(mailbox, 4_294_967_295L, 4_294_967_295L, MailEdge.NOW);
        var resyncing = new MailboxCursor(
                "elsewhere", 7, 3, MailEdge.NOW, Optional.of(new Resync(MailEdge.NOW.minus(Duration.ofDays(3)), 500)));
        assertThat(cursors.find(mailbox)).isEmpty();

        cursors.save(mailbox, resyncing);
        assertThat(cursors.find(mailbox)).contains(resyncing);

        cursors.save(mailbox, far);
        assertThat(cursors.find(mailbox)).contains(far);
        assertThat(cursors.find(other)).isEmpty();
    }

    private static Mailbox mailbox(String name) {
        var connection =
                Hub.connect("email", name, name + "@shop.example", Map.of("imap_host", "", "imap_mark_seen", "true"));
        return Mailbox.of(MailEdge.connection("email", name, connection.account(), Map.of("imap_host", "imap.example"))
                        .ref())
                .orElseThrow();
    }
}
