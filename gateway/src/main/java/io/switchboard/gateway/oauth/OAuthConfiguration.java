package io.switchboard.gateway.oauth;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.canonical.HealthState;
import io.switchboard.connector.ConnectorContext;
import io.switchboard.connector.Secret;
import io.switchboard.gateway.connections.Connection;
import io.switchboard.gateway.connections.ConnectionProvisioning;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connects access tokens with the outside and with the registry. */
@Configuration(proxyBeanMethods = false)
class OAuthConfiguration {

    @Bean
    AccessTokens accessTokens(
            ConnectorContext context, ObjectMapper json, Clock clock, ConnectionProvisioning provisioning) {
        return new AccessTokens(new TokenEndpoint(context.http(), json), clock, new Provisioned(provisioning));
    }

    private record Provisioned(ConnectionProvisioning provisioning) implements AccessTokens.Reports {

        @Override
        public void health(Connection connection, HealthState state, String reason) {
            provisioning.report(connection.ref().id(), state, reason);
        }

        @Override
        public void renewed(Connection connection, Secret refreshToken) {
            provisioning.rotate(connection.ref(), TokenEndpoint.REFRESH_TOKEN, refreshToken);
        }
    }
}
