package io.switchboard.gateway.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.canonical.ConnectionId;
import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.TenantId;
import io.switchboard.gateway.storage.Ring;
import io.switchboard.sandbox.infrastructure.Database;
import io.switchboard.sandbox.infrastructure.TestInfrastructure;
import java.time.Instant;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What was stored before the hot tables were cut anew is still there, where it is looked for now. */
class MigrationTest {

    private static final Database DATABASE = TestInfrastructure.freshDatabase();
    private static final JdbcTemplate JDBC =
            new JdbcTemplate(new DriverManagerDataSource(DATABASE.jdbcUrl(), DATABASE.user(), ""));
    private static final ConnectionId CHAT = new ConnectionId(new UUID(1, 1));
    private static final ConnectionId MAIL = new ConnectionId(new UUID(2, 2));
    private static final TenantId TENANT = new TenantId("acme");
    private static final Instant CLAIMED = Instant.parse("2026-01-05T12:00:00Z");

    @BeforeAll
    static void fill_the_former_tables_and_migrate() {
        migrate("2");
        thread(CHAT, "whatsapp");
        thread(MAIL, "email");
        JDBC.update("""
                insert into delivery (delivery_id, tenant, connection_id, connector, owner, received_at, state, events, ignored, size, sha256)
                values ('01890000-0000-7000-8000-000000000001', 'acme', ?, 'whatsapp', 'deliveries.whatsapp-0:7', ?::timestamptz, 'translated',
                  '[{"id":"a","type":"message.received"},{"id":"b","type":"receipt.changed","duplicate":true}]',
                  '[{"what":"x","reason":"y"}]', 3, '00ff')
                """, CHAT.value(), CLAIMED.toString());
        migrate("latest");
    }

    @Test
    void claims_are_where_their_redelivery_looks_for_them() {
        assertThat(JDBC.queryForObject("select slot from inbox where thread_id = ?", Short.class, CHAT.value()))
                .isEqualTo(Ring.INBOX.slot(CLAIMED));
        assertThat(JDBC.queryForObject("select slot from inbox where thread_id = ?", Short.class, MAIL.value()))
                .isZero();
    }

    @Test
    void messages_are_found_by_their_derived_key() {
        assertThat(JDBC.queryForObject(
                        "select native_id from message_index where message_key = ?",
                        String.class,
                        MessageId.of(TENANT, CHAT, "native-whatsapp").value()))
                .isEqualTo("native-whatsapp");
        assertThat(JDBC.queryForObject("select count(*) from message_index", Integer.class))
                .isEqualTo(2);
    }

    @Test
    void what_only_replies_read_is_still_readable() {
        assertThat(JDBC.queryForObject(
                        "select reply_capability from thread where thread_id = ?", String.class, CHAT.value()))
                .isEqualTo("{\"freeForm\": true}");
    }

    @Test
    void the_ledger_kept_its_lines() {
        var line = JDBC.queryForMap("select * from delivery");

        assertThat(line)
                .containsEntry("events", "message.received a\nreceipt.changed b duplicate")
                .containsEntry("sha256", new byte[] {0, -1})
                .containsEntry("slot", (int) Ring.DELIVERIES.slot(CLAIMED));
        assertThat(String.valueOf(line.get("ignored"))).contains("\"what\": \"x\"");
    }

    /** A thread with one claim and one message; its id is that of its connection. */
    private static void thread(ConnectionId connection, String connector) {
        JDBC.update("""
                insert into thread (thread_id, tenant, connection_id, connector, thread_key, surface, reply_capability)
                values (?, 'acme', ?, ?, 'k', 'WHATSAPP_MESSAGE', '{"freeForm":true}')
                """, connection.value(), connection.value(), connector);
        JDBC.update("""
                insert into inbox (event_id, owner, thread_id, seq, late, match_rule, revision, claimed_at)
                values (gen_random_uuid(), 'deliveries.x-0:1:0', ?, 1, false, 'new', 1, ?::timestamptz)
                """, connection.value(), CLAIMED.toString());
        JDBC.update("""
                insert into message_index (connection_id, native_id, message_id, thread_id, direction)
                values (?, ?, gen_random_uuid(), ?, 'INBOUND')
                """, connection.value(), "native-" + connector, connection.value());
    }

    private static void migrate(String target) {
        Flyway.configure()
                .dataSource(DATABASE.jdbcUrl(), DATABASE.user(), null)
                .javaMigrations(new V3_1__MessageKeys())
                .target(target)
                .load()
                .migrate();
    }
}
