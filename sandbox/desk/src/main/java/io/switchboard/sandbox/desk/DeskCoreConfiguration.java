package io.switchboard.sandbox.desk;

import io.switchboard.sandbox.desk.core.CoreCommands;
import io.switchboard.sandbox.desk.core.ThreadMemory;
import io.switchboard.sandbox.desk.core.TopicReader;
import io.switchboard.sandbox.desk.page.DeskPageConfiguration;
import io.switchboard.sandbox.desk.page.LiveUpdates;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The miniature core and its page, on a {@link Clock} and Kafka's address. Import it into a web application. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeskProperties.class)
@Import(DeskPageConfiguration.class)
public class DeskCoreConfiguration {

    @Bean
    ThreadMemory threadMemory(DeskProperties desk, LiveUpdates updates) {
        var memory = new ThreadMemory(desk.threads(), desk.entries());
        memory.onChange(updates::changed);
        return memory;
    }

    /** Started and stopped by {@link DeskLifecycle}, after Kafka's start and before its end. */
    @Bean(destroyMethod = "")
    TopicReader topicReader(DeskProperties desk, ThreadMemory memory, LiveUpdates updates) {
        var clients = new KafkaClients(desk.bootstrapServers());
        return new TopicReader(clients::consumer, memory, updates::everythingChanged);
    }

    @Bean
    CoreCommands coreCommands(DeskProperties desk, ThreadMemory memory, Clock clock) {
        return new CoreCommands(new KafkaClients(desk.bootstrapServers()).producer(), memory, clock);
    }

    @Bean
    DeskLifecycle deskLifecycle(TopicReader reader, LiveUpdates updates) {
        return new DeskLifecycle(reader, updates);
    }
}
