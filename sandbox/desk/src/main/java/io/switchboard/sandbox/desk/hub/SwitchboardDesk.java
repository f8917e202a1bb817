package io.switchboard.sandbox.desk.hub;

import io.switchboard.gateway.GatewayApplication;
import io.switchboard.sandbox.desk.DeskCoreConfiguration;
import io.switchboard.sandbox.infrastructure.StartRefusedException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;

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
            start(DeskSettings.of(arguments));
        } catch (StartRefusedException | IOException refused) {
            LoggerFactory.getLogger(SwitchboardDesk.class)
                    .atError()
                    .addKeyValue("cause", refused.getMessage())
                    .log("the desk did not start");
            System.exit(1);
        }
    }

    private static void start(DeskSettings settings) throws IOException {
        var world = World.start(settings);
        try {
            var application = new SpringApplicationBuilder(GatewayApplication.class, DeskCoreConfiguration.class)
                    .sources(DemoMerchant.class)
                    .initializers(context -> context.getBeanFactory().registerSingleton("world", world))
                    .properties(properties(settings, world))
                    .registerShutdownHook(false)
                    .run();
            Runtime.getRuntime().addShutdownHook(new Thread(
                    () -> {
                        application.close();
                        world.close();
                    },
                    "desk-stop"));
        } catch (RuntimeException failed) {
            world.close();
            throw failed;
        }
    }

    private static Map<String, Object> properties(DeskSettings settings, World world) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("server.port", settings.port());
        properties.put("spring.datasource.url", world.postgres().jdbcUrl());
        properties.put("spring.datasource.username", world.postgres().user());
        properties.put("switchboard.journal.bootstrap-servers", world.kafka().bootstrapServers());
        properties.put("switchboard.journal.blobs", settings.data().resolve("blobs"));
        properties.put("switchboard.desk.bootstrap-servers", world.kafka().bootstrapServers());
        properties.put("switchboard.connections.key-file", settings.data().resolve("keyset.json"));
        properties.put("switchboard.connections.create-key", true);
        properties.put("switchboard.intake.smtp.port", settings.smtpPort());
        properties.put("spring.main.banner-mode", "off");
        properties.put("logging.level.root", "WARN");
        properties.put("logging.level.io.switchboard", "INFO");
        return properties;
    }
}
