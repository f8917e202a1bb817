package io.switchboard.gateway.flow;

import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ready means: the journal answers and every route runs. */
@Configuration(proxyBeanMethods = false)
class FlowHealth {

    @Bean
    HealthIndicator journalHealthIndicator(Admin admin) {
        return () -> {
            try {
                var options = new DescribeClusterOptions().timeoutMs(2_000);
                var nodes = admin.describeCluster(options).nodes().get(3, TimeUnit.SECONDS);
                return Health.up().withDetail("brokers", nodes.size()).build();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return Health.down().build();
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException away) {
                return Health.down()
                        .withDetail("cause", away.getClass().getSimpleName())
                        .build();
            }
        };
    }

    @Bean
    HealthIndicator routesHealthIndicator(CamelContext camel) {
        return () -> {
            var idle = camel.getRoutes().stream()
                    .map(org.apache.camel.Route::getRouteId)
                    .filter(route ->
                            !camel.getRouteController().getRouteStatus(route).isStarted())
                    .toList();
            var ready = camel.isStarted() && !camel.getRoutes().isEmpty() && idle.isEmpty();
            return (ready ? Health.up() : Health.down())
                    .withDetail("routes", camel.getRoutes().size())
                    .withDetail("notStarted", idle)
                    .build();
        };
    }
}
