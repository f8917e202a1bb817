package io.switchboard.gateway.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.util.ByteStreamWriter;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Rows that must not be there yet, for {@code COPY … FROM STDIN (FORMAT binary)}: the cheapest way into a table, in the order
 * they were added. PostgreSQL parses no text, and fills a page of the table at a time.
 */
public final class NewRows {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};

    private final String statement;
    private final Kind[] kinds;
    private final WireBytes bytes = new WireBytes(64 * 1024);
    private int rows;

    /** @param columns all columns that are given, such as {@code event_id, owner} */
    public NewRows(String table, String columns, Kind... kinds) {
        this.statement = "copy " + table + " (" + columns + ") from stdin (format binary)";
        this.kinds = kinds.clone();
        for (var b : SIGNATURE) {
            bytes.int8(b);
        }
        bytes.int32(0);
        bytes.int32(0);
    }

    public NewRows row(@Nullable Object... row) {
        if (row.length != kinds.length) {
            throw new IllegalArgumentException(row.length + " values for " + kinds.length + " columns");
        }
        bytes.int16(row.length);
        for (var i = 0; i < row.length; i++) {
            var value = row[i];
            if (value == null) {
                bytes.absent();
            } else {
                kinds[i].write(value, bytes);
            }
        }
        rows++;
        return this;
    }

    public boolean isEmpty() {
        return rows == 0;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when one of them is there; the transaction is void then */
    public void insert(JdbcTemplate jdbc) {
        if (rows == 0) {
            return;
        }
        bytes.int16(-1);
        jdbc.execute((ConnectionCallback<Long>) this::copy);
    }

    private long copy(Connection connection) throws SQLException {
        try {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement, writer());
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes in memory could not be read", impossible);
        }
    }

    private ByteStreamWriter writer() {
        return ByteStreamWriter.of(ByteBuffer.wrap(bytes.bytes(), 0, bytes.size()));
    }

    @Override
    public String toString() {
        return "NewRows[" + rows + "]";
    }
}
