package io.switchboard.sandbox.infrastructure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the superuser does in a running server: the role, its databases, and a look at what makes them durable. */
record DatabaseAdministration(LoopbackPort port) {

    private static final String ROLE = "switchboard";

    void createRoleIfMissing() throws SQLException {
        try (Connection superuser = superuser()) {
            if (!exists(superuser, "select from pg_roles where rolname = ?", ROLE)) {
                execute(superuser, "create role " + ROLE + " login");
            }
        }
    }

    Database createIfMissing(String name) throws SQLException {
        try (Connection superuser = superuser()) {
            if (!exists(superuser, "select from pg_database where datname = ?", name)) {
                execute(superuser, "create database %s owner %s".formatted(name, ROLE));
            }
        }
        return database(name);
    }

    /** @throws StartRefusedException when a commit in this database could be lost in a crash */
    void requireDurable(Database database) throws SQLException {
        List<String> off = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select name || '=' || setting from pg_settings
                        where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting <> 'on'""")) {
            while (row.next()) {
                off.add(row.getString(1));
            }
        }
        if (!off.isEmpty()) {
            throw new StartRefusedException(
                    "PostgreSQL: %s in %s, a crash could lose commits; reset it with ALTER DATABASE or ALTER ROLE"
                            .formatted(String.join(", ", off), database.jdbcUrl()));
        }
    }

    private Database database(String name) {
        return new Database("jdbc:postgresql://%s/%s".formatted(port.address(), name), ROLE);
    }

    private Connection superuser() throws SQLException {
        return new Database(database("postgres").jdbcUrl(), DatabaseCluster.SUPERUSER).connect();
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
