package io.switchboard.sandbox.infrastructure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker (KRaft, one node) in this JVM, with its records kept under a folder.
 *
 * <p>It survives {@code kill -9} of the JVM: what was acknowledged is there after the next start on the same folder. Kafka
 * does not {@code fsync} each record, so a power cut may cost the last seconds; a production cluster has replicas for that.
 */
public final class KafkaBroker implements AutoCloseable {

    private static final String SERVICE = "Kafka broker";

    private final FolderLock lock;
    private final LoopbackPort port;
    private final KafkaRaftServer server;
    private final AtomicBoolean closed = new AtomicBoolean();

    private KafkaBroker(FolderLock lock, LoopbackPort port, KafkaRaftServer server) {
        this.lock = lock;
        this.port = port;
        this.server = server;
    }

    /** Runs a broker in a process of its own: {@code --data-dir <folder> --port <number>}; one line when it serves. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        CommandLine commandLine = CommandLine.parse(arguments);
        KafkaBroker broker = start(commandLine.dataDir(), commandLine.port(), 0);
        CommandLine.serve(broker::close, "kafka ready " + broker.bootstrapServers());
    }

    /**
     * Starts the broker and returns when it serves.
     *
     * @param dataDir kept between runs; created and formatted when missing
     * @param port where clients connect on 127.0.0.1; 0 for a free one
     * @param controllerPort where the broker's controller listens on 127.0.0.1; 0 for a free one
     * @throws StartRefusedException when a port is taken or another broker is using the folder
     */
    public static KafkaBroker start(Path dataDir, int port, int controllerPort) throws IOException {
        FolderLock lock = FolderLock.take(dataDir, SERVICE);
        try {
            return start(lock, port, controllerPort);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static KafkaBroker start(FolderLock lock, int port, int controllerPort) throws IOException {
        Path logFolder = lock.folder().resolve("log");
        BrokerSettings settings;
        try (ServerSocket clients = LoopbackPort.bind(port, SERVICE);
                ServerSocket controller = LoopbackPort.bind(controllerPort, SERVICE + " (controller)")) {
            settings = new BrokerSettings(logFolder, LoopbackPort.of(clients), LoopbackPort.of(controller));
        }
        formatOnce(lock.folder(), logFolder, settings.toProperties());
        return new KafkaBroker(lock, settings.port(), startServer(settings.toProperties()));
    }

    /** Where clients connect: {@code 127.0.0.1:<port>}. */
    public String bootstrapServers() {
        return port.address();
    }

    /**
     * Creates the topics that are missing and applies the settings of those that are there.
     *
     * @throws StartRefusedException when a topic is there with another number of partitions
     */
    public void createTopics(Collection<Topic> topics) throws IOException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            new TopicCatalog(admin).ensure(topics);
        }
    }

    /** Controlled shutdown; returns when every file is closed. A second call does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            server.shutdown();
            server.awaitShutdown();
            lock.close();
        }
    }

    private static void formatOnce(Path folder, Path logFolder, Properties settings) throws IOException {
        Path settingsFile = folder.resolve("server.properties");
        try (OutputStream out = Files.newOutputStream(settingsFile)) {
            settings.store(out, null);
        }
        if (Files.exists(logFolder.resolve("meta.properties"))) {
            return;
        }
        String clusterId = Uuid.randomUuid().toString();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int exit = StorageTool.execute(
                new String[] {"format", "-t", clusterId, "-c", settingsFile.toString(), "--ignore-formatted"},
                new PrintStream(said, true, StandardCharsets.UTF_8));
        if (exit != 0) {
            throw new IOException("Kafka did not format " + logFolder + ": " + said.toString(StandardCharsets.UTF_8));
        }
    }

    private static KafkaRaftServer startServer(Properties settings) {
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        try {
            server.startup();
            return server;
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        }
    }
}
