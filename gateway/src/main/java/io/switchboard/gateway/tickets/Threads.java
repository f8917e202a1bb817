package io.switchboard.gateway.tickets;

import io.switchboard.canonical.ConnectionId;
import io.switchboard.canonical.CustomerId;
import io.switchboard.canonical.IdentityId;
import io.switchboard.canonical.IdentityKey;
import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.ReplyCapability;
import io.switchboard.canonical.ReturnAddress;
import io.switchboard.canonical.Surface;
import io.switchboard.canonical.TenantId;
import io.switchboard.canonical.ThreadId;
import io.switchboard.canonical.ThreadKey;
import io.switchboard.canonical.TicketId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What other modules may ask and tell about threads. */
@Repository
public class Threads {

    private final JdbcClient jdbc;

    Threads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A thread as a reply needs it.
     *
     * @param byMachine the customer's side last spoke by a machine, a list or an archive
     */
    public record View(
            ThreadId id,
            TenantId tenant,
            ConnectionId connection,
            String connector,
            Surface surface,
            ReplyCapability capability,
            ReturnAddress returnAddress,
            Optional<String> lastInbound,
            Optional<CustomerId> customer,
            boolean byMachine) {

        @Override
        public String toString() {
            return "Thread[" + id + "]";
        }
    }

    public Optional<View> find(ThreadId id) {
        return jdbc.sql("select * from thread where thread_id = ?")
                .param(id.value())
                .query((row, number) -> new View(
                        id,
                        new TenantId(row.getString("tenant")),
                        new ConnectionId(row.getObject("connection_id", UUID.class)),
                        row.getString("connector"),
                        Surface.valueOf(row.getString("surface")),
                        ThreadStore.read(row.getString("reply_capability"), ReplyCapability.class)
                                .orElse(ReplyCapability.NONE),
                        ThreadStore.read(row.getString("return_address"), ReturnAddress.class)
                                .orElse(ReturnAddress.NONE),
                        Optional.ofNullable(row.getString("last_inbound")),
                        Optional.ofNullable(row.getObject("customer_id", UUID.class))
                                .map(CustomerId::new),
                        row.getBoolean("by_machine")))
                .optional();
    }

    /**
     * A conversation that we begin.
     *
     * @param participants everybody whose answer belongs to it
     */
    public record Beginning(
            TenantId tenant,
            ConnectionId connection,
            String connector,
            ThreadKey key,
            Surface surface,
            ReturnAddress returnAddress,
            List<IdentityKey> participants) {

        public Beginning {
            participants = List.copyOf(participants);
        }
    }

    /** Opens a thread before its first message goes out; the same again changes nothing. */
    @Transactional
    public ThreadId begin(Beginning beginning) {
        var id = ThreadId.of(beginning.tenant(), beginning.connection(), beginning.key());
        jdbc.sql("""
                        insert into thread (thread_id, tenant, connection_id, connector, thread_key, surface, reply_capability, return_address)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (thread_id) do nothing
                        """)
                .params(
                        id.value(),
                        beginning.tenant().value(),
                        beginning.connection().value())
                .params(
                        beginning.connector(),
                        beginning.key().value(),
                        beginning.surface().name())
                .params(ThreadStore.json(ReplyCapability.UNLIMITED), ThreadStore.json(beginning.returnAddress()))
                .update();
        for (var participant : beginning.participants()) {
            var identity = IdentityId.of(beginning.tenant(), participant);
            jdbc.sql(
                            "insert into thread_participant (thread_id, identity_id, role) values (?, ?, ?) on conflict (thread_id, identity_id) do nothing")
                    .params(id.value(), identity.value(), Role.AUTHOR.stored())
                    .update();
        }
        return id;
    }

    /** The platform's id of a message, if it has one. */
    public Optional<String> nativeId(ConnectionId connection, MessageId message) {
        return jdbc.sql("""
                        select native_id from message_index where connection_id = :connection and (message_key = :message or message_id = :message)
                        order by native_id limit 1
                        """)
                .param("connection", connection.value())
                .param("message", message.value())
                .query(String.class)
                .optional();
    }

    /** The helpdesk core closed a ticket; ignored when the thread has moved on to another. */
    public void closed(ThreadId thread, TicketId ticket, Instant at) {
        jdbc.sql(
                        "update thread set ticket_open = false, ticket_closed_at = ? where thread_id = ? and ticket_id = ? and ticket_open")
                .params(at.atOffset(ZoneOffset.UTC), thread.value(), ticket.value())
                .update();
    }

    /** The helpdesk core opened a ticket again, or gave the thread another one. */
    public void opened(ThreadId thread, TicketId ticket) {
        jdbc.sql("update thread set ticket_id = ?, ticket_open = true, ticket_closed_at = null where thread_id = ?")
                .params(ticket.value(), thread.value())
                .update();
    }
}
