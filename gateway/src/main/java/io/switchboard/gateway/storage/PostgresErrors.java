package io.switchboard.gateway.storage;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.support.AbstractFallbackSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/**
 * What PostgreSQL's errors mean to whoever may try again ("PostgreSQL Error Codes", appendix A of its manual). Somebody in the way, a
 * server that stops, is full or out of reach: none of it is the fault of what was to be stored, and must never look like it.
 */
final class PostgresErrors extends AbstractFallbackSQLExceptionTranslator {

    PostgresErrors() {
        setFallbackTranslator(new SQLStateSQLExceptionTranslator());
    }

    @Override
    protected @Nullable DataAccessException doTranslate(String task, @Nullable String sql, SQLException failed) {
        var state = String.valueOf(failed.getSQLState());
        if (state.equals("55P03")) {
            return new CannotAcquireLockException(message(task, state), failed);
        }
        var outOfOrder =
                state.startsWith("08") || state.startsWith("53") || state.startsWith("57P") || state.startsWith("58");
        return outOfOrder ? new TransientDataAccessResourceException(message(task, state), failed) : null;
    }

    private static String message(String task, String state) {
        return task + ": SQL state " + state;
    }
}
