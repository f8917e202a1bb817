package io.switchboard.gateway.flow;

import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The flow is well when every route runs. Whether hooks may come in is another question: the journal's. */
@Configuration(proxyBeanMethods = false)
class FlowHealth {

    @Bean
    HealthIndicator routesHealthIndicator(CamelContext camel, FlowProperties properties) {
        return () -> {
            var idle = camel.getRoutes().stream()
                    .map(Route::getRouteId)
                    .filter(route ->
                            !camel.getRouteController().getRouteStatus(route).isStarted())
                    .toList();
            var well = camel.isStarted() && (idle.isEmpty() || !properties.enabled());
            return (well ? Health.up() : Health.down())
                    .withDetail("routes", camel.getRoutes().size())
                    .withDetail("notStarted", idle)
                    .build();
        };
    }
}
