package io.switchboard.sandbox.infrastructure;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A PostgreSQL database and the role that owns it. The role is no superuser, so that row-level security applies to it as
 * in production; it has no password because the server listens on loopback only.
 */
public record Database(String jdbcUrl, String user) {

    /** A new connection of the owning role, with autocommit. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, null);
    }
}
