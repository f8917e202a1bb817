package io.switchboard.gateway.flow;

import io.switchboard.gateway.journal.KafkaClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses how batches are published. */
@Configuration(proxyBeanMethods = false)
class FlowConfiguration {

    @Bean
    Publisher publisher(KafkaClients clients, FlowProperties properties, DecidedRecords records) {
        return switch (properties.publish()) {
            case EXACTLY_ONCE -> new TransactionalPublisher(clients, properties.instance(), records);
            case AT_LEAST_ONCE -> new AtLeastOncePublisher(clients, records);
        };
    }
}
