package io.switchboard.sandbox.bench.rates;

import io.switchboard.sandbox.bench.floor.FloorServer;
import io.switchboard.sandbox.bench.hub.Gateway;
import io.switchboard.sandbox.bench.hub.Hub;
import io.switchboard.sandbox.bench.hub.HubPlan;
import io.switchboard.sandbox.bench.hub.JavaProgram;
import io.switchboard.sandbox.bench.hub.JavaServer;
import io.switchboard.sandbox.bench.hub.ServerProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** A hub with one gateway, and the floor before the same broker; each a process of its own. Several stages share nothing but the machine. */
final class Stage implements AutoCloseable {

    static final String FLOOR_TOPIC = "floor";
    private static final int PARTITIONS = 4;

    /** A hundred merchants stand for thousands: none of them may count as one that floods. */
    private static final List<String> NO_SHARES =
            List.of("--switchboard.slow-lane.per-second=1000000", "--switchboard.slow-lane.burst=1000000");

    private final String name;
    private final Hub hub;
    private final JavaServer floor;
    private final URI floorAddress;

    private Stage(String name, Hub hub, JavaServer floor, URI floorAddress) {
        this.name = name;
        this.hub = hub;
        this.floor = floor;
        this.floorAddress = floorAddress;
    }

    /** @param more arguments of this stage's gateway, beside those that the settings have for all */
    static Stage start(String name, RateSettings settings, Path folder, String... more) throws IOException {
        var arguments = new ArrayList<>(settings.gatewayArguments());
        arguments.addAll(List.of(more));
        if (!settings.scenario().equals("fairness")) {
            arguments.addAll(NO_SHARES);
        }
        var hub = Hub.start(new HubPlan(folder.resolve(name), settings.merchants(), 1, settings.heap(), arguments));
        try {
            createTopic(hub.bootstrapServers());
            var port = freePort();
            var floor = new JavaServer(
                    name + "-floor",
                    new JavaProgram(
                            FloorServer.class,
                            HubPlan.jvm(settings.heap(), settings.gatewayArguments()),
                            List.of(
                                    "--kafka", hub.bootstrapServers(),
                                    "--topic", FLOOR_TOPIC,
                                    "--merchants", Integer.toString(settings.merchants()),
                                    "--port", Integer.toString(port)),
                            folder.resolve(name).resolve("logs").resolve("floor.log")));
            floor.start();
            return new Stage(name, hub, floor, URI.create("http://127.0.0.1:" + port));
        } catch (IOException | RuntimeException failed) {
            hub.close();
            throw failed;
        }
    }

    String name() {
        return name;
    }

    Hub hub() {
        return hub;
    }

    Gateway gateway() {
        return hub.gateway(0);
    }

    JavaServer floor() {
        return floor;
    }

    URI floorAddress() {
        return floorAddress;
    }

    /** All processes, by what a report calls them. */
    Map<String, ServerProcess> servers() {
        var servers = new LinkedHashMap<String, ServerProcess>();
        servers.put("gateway", gateway());
        servers.put("floor", floor);
        servers.put("kafka", hub.kafka());
        servers.put("postgresql", hub.postgres());
        return servers;
    }

    @Override
    public void close() {
        floor.kill();
        hub.close();
    }

    private static void createTopic(String bootstrapServers) throws IOException {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(FLOOR_TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw new IOException("the floor's topic was not created", failed.getCause());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while the floor's topic was created", stopping);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
