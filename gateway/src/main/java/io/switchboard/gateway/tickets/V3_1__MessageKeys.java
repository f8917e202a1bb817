package io.switchboard.gateway.tickets;

import io.switchboard.canonical.ConnectionId;
import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.TenantId;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/** Gives the messages that are known already the keys they are found by from now on; SQL alone knows no UUID version 5. */
@Component
class V3_1__MessageKeys extends BaseJavaMigration {

    private static final int ROWS = 1_000;

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        try (var read = connection.prepareStatement("""
                        select m.connection_id, m.native_id, t.tenant from message_index m join thread t using (thread_id)
                        where m.message_key is null""");
                var write = connection.prepareStatement(
                        "update message_index set message_key = ? where connection_id = ? and native_id = ?");
                var finish = connection.createStatement()) {
            read.setFetchSize(ROWS);
            try (var rows = read.executeQuery()) {
                for (var i = 1; rows.next(); i++) {
                    var id = rows.getObject("connection_id", UUID.class);
                    var nativeId = rows.getString("native_id");
                    var key = MessageId.of(new TenantId(rows.getString("tenant")), new ConnectionId(id), nativeId);
                    write.setObject(1, key.value());
                    write.setObject(2, id);
                    write.setString(3, nativeId);
                    write.addBatch();
                    if (i % ROWS == 0) {
                        write.executeBatch();
                    }
                }
            }
            write.executeBatch();
            finish.execute("""
                    delete from message_index where message_key is null;
                    alter table message_index drop constraint message_index_pkey;
                    drop index message_index_message;
                    alter table message_index add primary key (message_key);
                    create index message_index_message on message_index (message_id) where message_id <> message_key;
                    """);
        }
    }
}
