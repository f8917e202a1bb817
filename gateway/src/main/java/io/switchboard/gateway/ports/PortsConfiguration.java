package io.switchboard.gateway.ports;

import io.switchboard.connector.ConnectorContext;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import javax.net.ssl.SSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds the ports once per process. */
@Configuration(proxyBeanMethods = false)
class PortsConfiguration {

    @Bean
    GatewayHttp gatewayHttp(PortsProperties properties) throws NoSuchAlgorithmException {
        return new GatewayHttp(properties.http(), SSLContext.getDefault());
    }

    @Bean
    GatewaySmtp gatewaySmtp(PortsProperties properties) throws NoSuchAlgorithmException {
        return new GatewaySmtp(properties.smtp(), SSLContext.getDefault());
    }

    @Bean
    ConnectorContext connectorContext(GatewayHttp http, GatewaySmtp smtp, Clock clock) {
        return new LentPorts(http, smtp, clock);
    }
}
