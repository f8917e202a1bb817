package io.switchboard.sandbox.bench.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubTest {

    @Test
    void servers_die_come_back_where_they_were_and_end_with_the_hub(@TempDir Path folder) throws Exception {
        List<ProcessHandle> started;
        try (var hub = Hub.start(new HubPlan(folder, 2, 1, "512m", List.of("-XX:TieredStopAtLevel=1")))) {
            var gateway = hub.gateway(0);
            assertThat(gateway.isReady()).isTrue();
            assertThat(hub.postgres().all()).hasSizeGreaterThan(5);
            for (var server : List.of(hub.kafka(), hub.postgres(), gateway)) {
                assertThat(server.cpu()).as(server.name()).isPositive();
                assertThat(server.residentBytes()).as(server.name()).isGreaterThan(10_000_000);
            }

            hub.postgres().kill();
            assertThat(hub.postgres().isAlive()).isFalse();
            hub.postgres().start();
            assertThat(hub.postgres().log()).content().contains("automatic recovery in progress");

            var before = gateway.pid();
            gateway.kill();
            assertThat(gateway.isReady()).isFalse();
            gateway.start();
            assertThat(gateway.pid()).isNotEqualTo(before);

            hub.kafka().kill();
            hub.kafka().start();
            hub.kafka().suspend();
            assertThat(comes(hub.kafka(), true)).isTrue();
            hub.kafka().resume();
            assertThat(comes(hub.kafka(), false)).isTrue();

            assertThat(gateway.terminate(Duration.ofSeconds(60))).isEqualTo(143);
            assertThat(hub.postgres().terminate(Duration.ofSeconds(30))).isZero();
            hub.postgres().start();
            gateway.start();
            new Socket(InetAddress.ofLiteral("127.0.0.1"), gateway.smtpPort()).close();

            hub.postgres().suspend();
            started = List.of(handle(hub.kafka()), handle(hub.postgres()), handle(gateway));
        }
        assertThat(started).noneMatch(ProcFile::runs);
    }

    /** Whether it stops, or goes on, soon: a signal is sent at once and taken when the process is next looked at. */
    private static boolean comes(ServerProcess server, boolean stopped) throws IOException {
        var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < end) {
            if (state(server).equals("T") == stopped) {
                return true;
            }
            Thread.onSpinWait();
        }
        return false;
    }

    private static ProcessHandle handle(ServerProcess server) {
        return server.all().getFirst();
    }

    private static String state(ServerProcess server) throws IOException {
        var stat = Files.readString(Path.of("/proc", Long.toString(server.pid()), "stat"));
        return stat.substring(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
    }
}
