package io.switchboard.sandbox.infrastructure;

import java.nio.file.Path;
import java.util.Properties;

/** The configuration of the one broker, which is its own controller. What is not named here is Kafka's default. */
record BrokerSettings(Path logFolder, LoopbackPort port, LoopbackPort controllerPort) {

    static final int MAX_RECORD_BYTES = 2 * 1024 * 1024;

    Properties toProperties() {
        Properties settings = new Properties();
        listen(settings);
        standAlone(settings);
        keepEverything(settings);
        restartQuickly(settings);
        staySmall(settings);
        settings.put("auto.create.topics.enable", "false");
        settings.put("message.max.bytes", Integer.toString(MAX_RECORD_BYTES));
        return settings;
    }

    private void listen(Properties settings) {
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@" + controllerPort.address());
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners", "PLAINTEXT://%s,CONTROLLER://%s".formatted(port.address(), controllerPort.address()));
        settings.put("advertised.listeners", "PLAINTEXT://" + port.address());
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", logFolder.toString());
    }

    private static void standAlone(Properties settings) {
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
    }

    /** Records, and the offsets of a group that nobody ran for weeks: without them it would start over or skip. */
    private static void keepEverything(Properties settings) {
        settings.put("log.retention.ms", "-1");
        settings.put("log.retention.bytes", "-1");
        settings.put("offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE));
    }

    /** A broker that did not say goodbye must outwait its old session (9 s by default) before it may serve again. */
    private static void restartQuickly(Properties settings) {
        settings.put("controlled.shutdown.enable", "true");
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("group.initial.rebalance.delay.ms", "0");
    }

    private static void staySmall(Properties settings) {
        settings.put("num.partitions", "4");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 * 1024 * 1024));
    }
}
