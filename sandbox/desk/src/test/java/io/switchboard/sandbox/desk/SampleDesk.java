package io.switchboard.sandbox.desk;

import io.switchboard.sandbox.desk.fixture.SampleThreads;
import io.switchboard.sandbox.desk.fixture.SimulatedGateway;
import io.switchboard.sandbox.infrastructure.KafkaBroker;
import io.switchboard.sandbox.infrastructure.TestInfrastructure;
import io.switchboard.sandbox.infrastructure.Topic;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The miniature core and its page on a real Kafka, with a simulated gateway in place of the real one. Tests start it; its
 * {@code main} starts it on port 8080 with a morning's threads, to look at.
 */
@SpringBootConfiguration
// The gateway's libraries are on the class path of the desk; the core alone has no database and no routes.
@EnableAutoConfiguration(
        exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class},
        excludeName = "org.apache.camel.spring.boot.CamelAutoConfiguration")
@Import(DeskCoreConfiguration.class)
public class SampleDesk {

    public static void main(String[] arguments) throws IOException {
        var port = arguments.length > 0 ? arguments[0] : "8080";
        var context = start(kafka(), "--server.port=" + port);
        context.getBean(SimulatedGateway.class)
                .publish(new SampleThreads(Clock.systemUTC().instant()).events());
    }

    static KafkaBroker kafka() throws IOException {
        var broker = TestInfrastructure.kafka();
        broker.createTopics(List.of(Topic.of("tickets", 4), Topic.of("replies", 4), Topic.of("ticket-state", 4)));
        return broker;
    }

    static ConfigurableApplicationContext start(KafkaBroker broker, String... settings) {
        var all = Stream.concat(
                Stream.of(
                        "--switchboard.desk.bootstrap-servers=" + broker.bootstrapServers(),
                        "--management.endpoint.health.validate-group-membership=false"),
                Stream.of(settings));
        return new SpringApplicationBuilder(SampleDesk.class).run(all.toArray(String[]::new));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(initMethod = "start")
    SimulatedGateway simulatedGateway(DeskProperties desk, Clock clock) {
        return new SimulatedGateway(desk.bootstrapServers(), clock);
    }
}
