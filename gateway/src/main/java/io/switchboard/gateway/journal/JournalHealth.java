package io.switchboard.gateway.journal;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** May deliveries come in? As long as one of the two durable places takes them. */
@Configuration(proxyBeanMethods = false)
class JournalHealth {

    @Bean
    HealthIndicator journalHealthIndicator(KafkaLog kafka, Spool spool) {
        return () -> (kafka.isFailing() && !spool.isOpen() ? Health.down() : Health.up())
                .withDetail("kafka", kafka.isFailing() ? "failing" : "taking")
                .withDetail("spool", spool.isOpen() ? "open" : "closed")
                .withDetail("spooled", spool.waiting().total())
                .build();
    }
}
