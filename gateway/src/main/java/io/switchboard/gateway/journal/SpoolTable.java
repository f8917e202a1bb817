package io.switchboard.gateway.journal;

import io.switchboard.canonical.ConnectionId;
import io.switchboard.connector.Body;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The table {@code delivery_spool}. Positions rise in the order in which one connection's records were acknowledged. */
@Repository
@DependsOnDatabaseInitialization
class SpoolTable {

    private static final String INSERT =
            "insert into delivery_spool (connection_id, topic, key, value, headers, size) values (?, ?, ?, ?, ?, ?)";

    private static final String OLDEST = "select * from delivery_spool order by position limit ?";

    private static final String WAITING = """
            select connection_id, count(*) as records, sum(size) as bytes, min(spooled_at) as oldest from delivery_spool group by connection_id
            """;

    /** Of the advisory lock, as PostgreSQL calls it; nothing else here takes one. */
    private static final long DRAINING = 0x5357_4244_5350_4f4fL;

    private final DataSource spool;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    SpoolTable(@Qualifier("spool") DataSource spool) {
        this.spool = spool;
        this.jdbc = new JdbcTemplate(spool);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(spool));
    }

    /** A record with its place in the spool. */
    record Row(long position, SpooledRecord spooled) {}

    /** What waits, at the moment of asking. */
    record Waiting(Map<ConnectionId, Long> records, long bytes, Optional<Instant> oldest) {

        long total() {
            return records.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** The right to drain. Ends with its connection, whatever becomes of the process. */
    record Turn(Connection connection) implements AutoCloseable {

        @Override
        public void close() throws SQLException {
            try (connection;
                    var unlock = connection.prepareStatement("select pg_advisory_unlock(?)")) {
                unlock.setLong(1, DRAINING);
                unlock.execute();
            }
        }
    }

    /** @return empty when another process drains */
    Optional<Turn> tryTurn() throws SQLException {
        var connection = spool.getConnection();
        var isOurs = false;
        try (var lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            lock.setLong(1, DRAINING);
            try (var result = lock.executeQuery()) {
                isOurs = result.next() && result.getBoolean(1);
            }
        } finally {
            if (!isOurs) {
                connection.close();
            }
        }
        return isOurs ? Optional.of(new Turn(connection)) : Optional.empty();
    }

    /** On disk, all or none, when this returns. */
    void insert(List<SpooledRecord> records) {
        var rows = records.stream()
                .map(r -> new Object[] {
                    r.connection().value(),
                    r.topic(),
                    r.key().bytes(),
                    r.value().bytes(),
                    r.headers().bytes(),
                    r.size()
                })
                .toList();
        transaction.executeWithoutResult(status -> jdbc.batchUpdate(INSERT, rows));
    }

    List<Row> oldest(int most) {
        return jdbc.query(
                OLDEST,
                (row, number) -> new Row(
                        row.getLong("position"),
                        new SpooledRecord(
                                new ConnectionId(row.getObject("connection_id", UUID.class)),
                                row.getString("topic"),
                                Body.of(row.getBytes("key")),
                                Body.of(row.getBytes("value")),
                                Body.of(row.getBytes("headers")))),
                most);
    }

    void delete(List<Row> rows) {
        jdbc.update("delete from delivery_spool where position = any(?::bigint[])", (Object)
                rows.stream().map(row -> Long.toString(row.position())).toArray(String[]::new));
    }

    Waiting waiting() {
        var records = new HashMap<ConnectionId, Long>();
        var bytes = new long[1];
        var oldest = new Instant[] {Instant.MAX};
        jdbc.query(WAITING, row -> {
            records.put(new ConnectionId(row.getObject("connection_id", UUID.class)), row.getLong("records"));
            bytes[0] += row.getLong("bytes");
            var since = row.getObject("oldest", Timestamp.class).toInstant();
            oldest[0] = since.isBefore(oldest[0]) ? since : oldest[0];
        });
        return new Waiting(records, bytes[0], records.isEmpty() ? Optional.empty() : Optional.of(oldest[0]));
    }
}
