package io.switchboard.sandbox.bench.hub;

import io.switchboard.sandbox.infrastructure.KafkaBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Kafka, PostgreSQL and gateways. Closing kills them all; their data stays. */
public final class Hub implements AutoCloseable {

    private final HubPlan plan;
    private final int kafkaPort;
    private final int postgresPort;
    private final ServerProcess kafka;
    private final Postgres postgres;
    private final List<Gateway> gateways = new ArrayList<>();
    private final Thread atExit = new Thread(this::kill, "hub-kill");

    private Hub(HubPlan plan, List<Integer> ports) {
        this.plan = plan;
        this.kafkaPort = ports.get(0);
        this.postgresPort = ports.get(1);
        this.kafka = new JavaServer("kafka", kafkaProgram());
        this.postgres = new Postgres(plan.folder().resolve("postgresql"), postgresPort, log("postgresql-former"));
        for (var index = 0; index < plan.gateways(); index++) {
            var own = ports.subList(2 + 3 * index, 5 + 3 * index);
            gateways.add(gateway(index, new Gateway.Ports(own.get(0), own.get(1), own.get(2))));
        }
    }

    /** Starts all of it, one after the other, and returns when all of it serves. */
    public static Hub start(HubPlan plan) throws IOException {
        return start(plan, plan.gateways());
    }

    /** @param gateways how many of the plan's are started; the others may be started later */
    public static Hub start(HubPlan plan, int gateways) throws IOException {
        var hub = new Hub(plan, freePorts(2 + 3 * plan.gateways()));
        Runtime.getRuntime().addShutdownHook(hub.atExit);
        try {
            for (var server : hub.servers().limit(2 + gateways).toList()) {
                server.start();
            }
            return hub;
        } catch (IOException | RuntimeException failed) {
            hub.close();
            throw failed;
        }
    }

    public HubPlan plan() {
        return plan;
    }

    public ServerProcess kafka() {
        return kafka;
    }

    public ServerProcess postgres() {
        return postgres;
    }

    /** @param index from 0; a gateway's name among its peers, too */
    public Gateway gateway(int index) {
        return gateways.get(index);
    }

    public List<Gateway> gateways() {
        return List.copyOf(gateways);
    }

    /** What the processes print; PostgreSQL's present log and that of its former starts are two. */
    public List<Path> logs() {
        var logs = new ArrayList<>(gateways.stream().map(ServerProcess::log).toList());
        logs.add(kafka.log());
        logs.add(postgres.formerLog());
        logs.add(postgres.presentLog());
        return logs;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + kafkaPort;
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + postgresPort + "/switchboard";
    }

    /** The role that owns the database; it has no password. */
    public String jdbcUser() {
        return "switchboard";
    }

    /**
     * Suspends one of the processes that serve PostgreSQL's clients while something happens.
     *
     * @param draw picks it
     */
    public void suspendBackend(int draw, Runnable meanwhile) {
        var backends = postgres.backends();
        if (backends.isEmpty()) {
            meanwhile.run();
            return;
        }
        var chosen = backends.get(draw % backends.size());
        Signal.STOP.send(chosen);
        try {
            meanwhile.run();
        } finally {
            Signal.CONT.send(chosen);
        }
    }

    @Override
    public void close() {
        kill();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void kill() {
        servers().toList().reversed().forEach(ServerProcess::kill);
    }

    private Stream<ServerProcess> servers() {
        return Stream.concat(Stream.of(kafka, postgres), gateways.stream());
    }

    private JavaProgram kafkaProgram() {
        return new JavaProgram(
                KafkaBroker.class,
                List.of("-Xmx512m"),
                List.of("--data-dir", plan.folder().resolve("kafka").toString(), "--port", Integer.toString(kafkaPort)),
                log("kafka"));
    }

    private Gateway gateway(int index, Gateway.Ports ports) {
        var arguments = new ArrayList<>(List.of(
                "--logging.config=classpath:logback.xml",
                "--spring.main.banner-mode=off",
                "--spring.datasource.url=" + jdbcUrl(),
                "--spring.datasource.username=" + jdbcUser(),
                "--switchboard.journal.bootstrap-servers=" + bootstrapServers(),
                "--switchboard.journal.blobs=" + plan.folder().resolve("blobs"),
                "--switchboard.connections.key-file=" + plan.folder().resolve("keyset.json"),
                "--switchboard.connections.create-key=true",
                "--switchboard.intake.imap.enabled=false",
                "--switchboard.intake.smtp.port=" + ports.smtp(),
                "--switchboard.edge.port=" + ports.edge(),
                "--switchboard.flow.instance=" + index,
                "--server.port=" + ports.web(),
                "--bench.merchants=" + plan.merchants()));
        arguments.addAll(plan.settings());
        var options = HubPlan.jvm(plan.gatewayHeap(), plan.gatewayArguments());
        var name = "gateway-" + index;
        return new Gateway(name, new JavaProgram(BenchGateway.class, options, arguments, log(name)), ports);
    }

    private Path log(String name) {
        return plan.folder().resolve("logs").resolve(name + ".log");
    }

    /** All are held until all are known, so that no two are the same. */
    private static List<Integer> freePorts(int count) throws IOException {
        var held = new ArrayList<ServerSocket>();
        try {
            for (var i = 0; i < count; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1")));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (var socket : held) {
                socket.close();
            }
        }
    }
}
