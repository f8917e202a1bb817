package io.switchboard.sandbox.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestInfrastructureTest {

    @Test
    void all_tests_of_a_jvm_share_one_broker_and_one_server() {
        assertThat(TestInfrastructure.kafka()).isSameAs(TestInfrastructure.kafka());
        assertThat(TestInfrastructure.postgres()).isSameAs(TestInfrastructure.postgres());
    }

    @Test
    void a_fresh_database_is_empty_and_apart_from_others() throws SQLException {
        Database one = TestInfrastructure.freshDatabase();
        Database other = TestInfrastructure.freshDatabase();

        try (Connection connection = one.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table only_here (value text)");
        }

        assertThat(tables(one)).isEqualTo(1);
        assertThat(tables(other)).isZero();
    }

    @Test
    void the_owner_of_a_database_is_bound_by_row_level_security() throws SQLException {
        try (Connection connection = TestInfrastructure.freshDatabase().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table tenants (name text)");
            statement.execute("insert into tenants values ('other')");
            statement.execute("alter table tenants enable row level security");
            statement.execute("alter table tenants force row level security");

            try (ResultSet visible = statement.executeQuery("select * from tenants")) {
                assertThat(visible.next()).isFalse();
            }
        }
    }

    @Test
    void what_a_killed_test_jvm_left_behind_is_cleared_away_and_what_runs_is_not() throws Exception {
        Path abandoned = ScratchFolder.parent().resolve("infrastructure-postgresql-abandoned");
        Files.createDirectories(abandoned);
        Files.createSymbolicLink(abandoned.resolve("programs"), ScratchFolder.parent());
        try (ChildJvm jvm = ChildJvm.start(PostgresServer.class, abandoned, 0)) {
            jvm.readyLine();
        }
        DatabaseCluster leftover = PostgresServer.cluster(abandoned, ScratchFolder.parent());
        assertThat(leftover.server()).isPresent();
        Database used = TestInfrastructure.freshDatabase();

        ScratchFolder next = ScratchFolder.create(
                "postgresql",
                folder -> PostgresServer.cluster(folder, ScratchFolder.parent()).stop());

        assertThat(abandoned).doesNotExist();
        assertThat(leftover.server()).isEmpty();
        assertThat(tables(used)).isZero();
        FileTree.delete(next.path());
    }

    private static int tables(Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet count =
                        statement.executeQuery("select count(*) from pg_tables where schemaname = 'public'")) {
            count.next();
            return count.getInt(1);
        }
    }
}
