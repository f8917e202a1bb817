package io.switchboard.sandbox.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What outlives a PostgreSQL server, and what keeps one from starting. */
class PostgresServerTest {

    /** One for all tests, since creating a cluster takes a second: each leaves it stopped and able to start. */
    @TempDir
    private static Path folder;

    @BeforeAll
    static void create_the_cluster() throws IOException {
        Files.createSymbolicLink(folder.resolve("programs"), ScratchFolder.parent());
        PostgresServer.start(folder, 0).close();
    }

    @AfterAll
    static void give_the_programs_back() throws IOException {
        Files.delete(folder.resolve("programs"));
    }

    @AfterEach
    void stop_what_a_failed_test_left_running() throws IOException {
        cluster().stop();
    }

    @Test
    void rows_survive_a_restart_on_another_port() throws Exception {
        try (PostgresServer first = start()) {
            write(first.database(), "create table restarted (value text)", "insert into restarted values ('row')");
        }

        try (PostgresServer second = start()) {
            assertThat(read(second.database(), "select value from restarted")).containsExactly("row");
        }
    }

    @Test
    void commits_are_durable_whatever_the_configuration_file_says() throws Exception {
        try (PostgresServer first = start()) {
            write(superuser(first), "alter system set fsync = off", "alter system set full_page_writes = off");
        }

        try (PostgresServer second = start()) {
            assertThat(read(second.database(), "show fsync")).containsExactly("on");
            assertThat(read(second.database(), "show synchronous_commit")).containsExactly("on");
            assertThat(read(second.database(), "show full_page_writes")).containsExactly("on");
        }
    }

    @Test
    void refuses_a_database_that_could_lose_commits() throws Exception {
        try (PostgresServer server = start()) {
            write(server.database(), "alter database switchboard set synchronous_commit = off");
        }

        try {
            assertThatThrownBy(this::start)
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining("synchronous_commit=off");
            assertThat(serversOnFolder()).isEmpty();
        } finally {
            writeUnchecked("alter database switchboard reset synchronous_commit");
        }
    }

    @Test
    void replaces_the_server_that_a_killed_jvm_left_running() throws Exception {
        long leftover;
        try (ChildJvm jvm = ChildJvm.start(PostgresServer.class, folder, 0)) {
            List<String> ready = jvm.readyLine();
            Database database = new Database(ready.get(2), ready.get(4));
            write(database, "create table left_running (value text)", "insert into left_running values ('row')");
            leftover = Long.parseLong(ready.getLast());
        }
        assertThat(serversOnFolder()).containsExactly(leftover);

        try (PostgresServer next = start()) {
            assertThat(serversOnFolder()).containsExactly(next.pid()).doesNotContain(leftover);
            assertThat(read(next.database(), "select value from left_running")).containsExactly("row");
        }
        assertThat(serversOnFolder()).isEmpty();
    }

    @Test
    void recovers_when_the_server_itself_was_killed() throws Exception {
        try (PostgresServer killed = start()) {
            write(killed.database(), "create table killed (value text)", "insert into killed values ('row')");
            ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly();
        }

        try (PostgresServer next = start()) {
            assertThat(read(next.database(), "select value from killed")).containsExactly("row");
        }
    }

    @Test
    void waits_for_a_worker_of_a_killed_server_that_has_not_noticed_yet() throws Exception {
        try (ExecutorService client = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<String>> busy;
            try (PostgresServer killed = start()) {
                busy = client.submit(() -> read(killed.database(), "select count(*) from generate_series(1, 4000000)"));
                awaitARunningQuery(killed);
                ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly();
            }

            try (PostgresServer next = start()) {
                assertThat(read(next.database(), "select 'served'")).containsExactly("served");
            }
            assertThat(busy.get()).containsExactly("4000000");
        }
    }

    @Test
    void starts_although_an_unrelated_process_has_the_old_number() throws Exception {
        // Not this JVM: PostgreSQL knows that the process which started it is no server.
        long unrelated = ProcessHandle.current().parent().orElseThrow().pid();
        Files.writeString(folder.resolve("cluster/postmaster.pid"), unrelated + "\n");

        try (PostgresServer next = start()) {
            assertThat(next.pid()).isNotEqualTo(unrelated);
        }
    }

    @Test
    void a_taken_port_is_named_and_nothing_stays_behind() throws Exception {
        try (ServerSocket somebody = LoopbackPort.bind(0, "somebody else")) {
            assertThatThrownBy(() -> PostgresServer.start(folder, somebody.getLocalPort()))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining(
                            "PostgreSQL: port " + somebody.getLocalPort() + " on 127.0.0.1 is already in use")
                    .hasMessageContaining("start on another port");
        }
        assertThat(FolderLock.tryTake(folder)).hasValueSatisfying(FolderLock::close);
    }

    @Test
    void a_second_start_on_the_folder_leaves_the_running_server_alone() throws Exception {
        try (PostgresServer first = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining("is in use by another running server");

            assertThat(read(first.database(), "select 'served'")).containsExactly("served");
        }
    }

    @Test
    void says_why_it_did_not_start() throws Exception {
        Path version = folder.resolve("cluster/PG_VERSION");
        String right = Files.readString(version);
        Files.writeString(version, "9.6\n");

        try {
            assertThatThrownBy(this::start)
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining("database files are incompatible with server")
                    .hasMessageContaining("postgresql.log");
        } finally {
            Files.writeString(version, right);
        }
    }

    private PostgresServer start() throws IOException {
        return PostgresServer.start(folder, 0);
    }

    private DatabaseCluster cluster() throws IOException {
        return PostgresServer.cluster(folder.toRealPath(), folder.resolve("programs"));
    }

    /** In a server that nobody asked whether its commits are durable. */
    private void writeUnchecked(String command) throws IOException, SQLException {
        LoopbackPort port;
        try (ServerSocket socket = LoopbackPort.bind(0, "test")) {
            port = LoopbackPort.of(socket);
        }
        cluster().start(port);
        write(new Database("jdbc:postgresql://" + port.address() + "/switchboard", DatabaseCluster.SUPERUSER), command);
        cluster().stop();
    }

    private List<Long> serversOnFolder() throws IOException {
        String files = folder.toRealPath().resolve("cluster").toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains("postgres -D " + files))
                .map(ProcessHandle::pid)
                .toList();
    }

    private static void awaitARunningQuery(PostgresServer server) throws SQLException {
        String others = "select pid from pg_stat_activity where state = 'active' and pid <> pg_backend_pid()";
        while (read(superuser(server), others).isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private static Database superuser(PostgresServer server) {
        return new Database(server.jdbcUrl(), DatabaseCluster.SUPERUSER);
    }

    private static void write(Database database, String... commands) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private static List<String> read(Database database, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }
}
