package io.switchboard.sandbox.bench.rates;

import io.switchboard.sandbox.bench.hub.Hub;
import io.switchboard.sandbox.bench.report.Report;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An inbox that has been in use for long: as many claims as wanted, each like the latest one that the gateway made, of another event. */
final class FullInbox {

    private static final long AT_ONCE = 1_000_000;
    private static final String EVENT = "event_id";

    private FullInbox() {}

    /** The gateway has made a claim before, or there is nothing that others could be like. */
    static void fill(Hub hub, long rows, Report report) throws IOException {
        try (var database = DriverManager.getConnection(hub.jdbcUrl(), hub.jdbcUser(), "")) {
            var columns = columns(database);
            var listed = String.join(", ", columns);
            var like = String.join(
                    ", ",
                    columns.stream()
                            .map(column -> column.equals(EVENT) ? "gen_random_uuid()" : "latest." + column)
                            .toList());
            var insert = "insert into inbox (" + listed + ") select " + like
                    + " from (select * from inbox order by claimed_at desc limit 1) latest, generate_series(1, %d)";
            for (var done = 0L; done < rows; done += AT_ONCE) {
                execute(database, insert.formatted(Math.min(AT_ONCE, rows - done)));
            }
            execute(database, "vacuum (analyze) inbox");
            report.step(Map.of("phase", "inbox filled", "rows", count(database)));
        } catch (SQLException refused) {
            throw new IOException("the inbox was not filled", refused);
        }
    }

    private static List<String> columns(Connection database) throws SQLException {
        var columns = new ArrayList<String>();
        try (var found = database.getMetaData().getColumns(null, "public", "inbox", null)) {
            while (found.next()) {
                columns.add(found.getString("COLUMN_NAME"));
            }
        }
        return columns;
    }

    private static void execute(Connection database, String statement) throws SQLException {
        try (var execution = database.createStatement()) {
            execution.execute(statement);
        }
    }

    private static long count(Connection database) throws SQLException {
        try (var execution = database.createStatement();
                var counted = execution.executeQuery("select count(*) from inbox")) {
            counted.next();
            return counted.getLong(1);
        }
    }
}
