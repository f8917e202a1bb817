package io.switchboard.connector;

import io.switchboard.canonical.Channel;
import java.util.List;
import java.util.Set;

/**
 * What a connector declares and the gateway acts on: it splits long text, refuses what is absent, throttles.
 *
 * @param name lower-case, the segment in {@code /hooks/<name>/<connection>} and in {@code deliveries.<name>}
 * @param features everything it can do; what is not listed is refused before the connector is asked
 * @param settings what a connection may set, beyond its account
 * @param secrets names of the secrets a connection needs
 */
public record ConnectorDescriptor(
        String name,
        String displayName,
        Channel channel,
        Set<Feature> features,
        Limits limits,
        List<Setting> settings,
        List<SecretName> secrets) {

    public ConnectorDescriptor {
        features = Set.copyOf(features);
        settings = List.copyOf(settings);
        secrets = List.copyOf(secrets);
    }

    public boolean supports(Feature feature) {
        return features.contains(feature);
    }

    /**
     * What the platform bears.
     *
     * @param deliveryBytes the largest delivery accepted
     * @param textLength the longest text of one message, in UTF-16 code units
     * @param fileBytes the largest file sent
     * @param sendsPerSecond how often one connection may call, sustained
     */
    public record Limits(int deliveryBytes, int textLength, long fileBytes, double sendsPerSecond) {}

    /** @param fallback used when the connection does not set it; empty means none */
    public record Setting(String name, String description, String fallback) {}

    /** @param use what the secret is for: {@code signature}, {@code handshake}, {@code api} */
    public record SecretName(String name, String use, String description) {}
}
