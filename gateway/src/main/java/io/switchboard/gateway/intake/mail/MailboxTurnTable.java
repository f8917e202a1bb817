package io.switchboard.gateway.intake.mail;

import io.switchboard.canonical.ConnectionId;
import io.switchboard.gateway.storage.Background;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code mailbox_turn}: a row stays with its process, and goes with it. */
@Repository
class MailboxTurnTable implements MailboxTurns {

    private static final String TAKE = """
            insert into mailbox_turn (connection_id, process_id)
            select c.connection_id, ? from connection c left join mailbox_turn t using (connection_id)
            where c.connection_id = any(?::uuid[]) and t.connection_id is null order by c.connection_id
            on conflict (connection_id) do nothing
            """;

    private final JdbcClient jdbc;
    private final MailProcess process;

    MailboxTurnTable(@Background JdbcClient jdbc, MailProcess process) {
        this.jdbc = jdbc;
        this.process = process;
    }

    @Override
    public Set<ConnectionId> take(Collection<ConnectionId> wanted) {
        if (wanted.isEmpty()) {
            return Set.of();
        }
        var ids = wanted.stream().map(id -> id.value().toString()).toArray(String[]::new);
        jdbc.sql(TAKE).param(process.id()).param(ids).update();
        var ours = new HashSet<ConnectionId>();
        jdbc.sql("select connection_id from mailbox_turn where process_id = ?")
                .param(process.id())
                .query(UUID.class)
                .list()
                .forEach(id -> ours.add(new ConnectionId(id)));
        ours.retainAll(wanted);
        return ours;
    }
}
