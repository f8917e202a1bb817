package io.switchboard.sandbox.desk.hub;

import io.switchboard.gateway.GatewayApplication;
import io.switchboard.sandbox.desk.DeskCoreConfiguration;
import io.switchboard.sandbox.infrastructure.StartRefusedException;
import java.io.IOException;
import java.util.Map;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts everything: {@code mvn -q -pl sandbox/desk -am spring-boot:run}. Loopback only; data under {@code .data}, kept between runs.
 *
 * <p>Ports and folder can be changed by properties, as {@code --port=8081} or {@code -Dport=8081}: {@code port} (8080), {@code kafka.port}
 * (9092), {@code postgres.port} (15432), {@code smtp.port} (2525), {@code data} ({@code .data}).
 */
public final class SwitchboardDesk {

    private SwitchboardDesk() {}

    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        try {
            var running = start(DeskSettings.of(arguments));
            Runtime.getRuntime().addShutdownHook(new Thread(running::close, "desk-stop"));
        } catch (StartRefusedException | IOException refused) {
            LoggerFactory.getLogger(SwitchboardDesk.class)
                    .atError()
                    .addKeyValue("cause", refused.getMessage())
                    .log("the desk did not start");
            System.exit(1);
        }
    }

    /** Everything that was started; closed in the opposite order. */
    record Running(ConfigurableApplicationContext application, World world) implements AutoCloseable {
        @Override
        public void close() {
            application.close();
            world.close();
        }
    }

    static Running start(DeskSettings settings) throws IOException {
        var world = World.start(settings);
        try {
            var application = new SpringApplicationBuilder(GatewayApplication.class, DeskCoreConfiguration.class)
                    .sources(DemoMerchant.class)
                    .initializers(context -> context.getBeanFactory().registerSingleton("world", world))
                    .registerShutdownHook(false)
                    .run(arguments(settings, world));
            return new Running(application, world);
        } catch (RuntimeException failed) {
            world.close();
            throw failed;
        }
    }

    /** As arguments, because they win over the gateway's own application.yml. */
    private static String[] arguments(DeskSettings settings, World world) {
        return Map.ofEntries(
                        Map.entry("server.port", settings.port()),
                        Map.entry("spring.datasource.url", world.postgres().jdbcUrl()),
                        Map.entry("spring.datasource.username", world.postgres().user()),
                        Map.entry(
                                "switchboard.journal.bootstrap-servers",
                                world.kafka().bootstrapServers()),
                        Map.entry("switchboard.journal.blobs", settings.data().resolve("blobs")),
                        Map.entry(
                                "switchboard.desk.bootstrap-servers",
                                world.kafka().bootstrapServers()),
                        Map.entry(
                                "switchboard.connections.key-file",
                                settings.data().resolve("keyset.json")),
                        Map.entry("switchboard.connections.create-key", true),
                        Map.entry("switchboard.intake.smtp.port", settings.smtpPort()),
                        // One port for everything is easier to remember.
                        Map.entry("switchboard.edge.port", -1),
                        Map.entry("switchboard.edge.drain", "0s"),
                        Map.entry("spring.main.banner-mode", "off"))
                .entrySet()
                .stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
    }
}
