package io.switchboard.gateway.connections;

import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorContext;
import io.switchboard.connector.ConnectorProvider;
import io.switchboard.connector.ConnectorRole;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The connectors on the class path, by name. */
@Component
public final class Connectors {

    private final Map<String, Connector> byName = new TreeMap<>();

    Connectors(ConnectorContext context) {
        for (var provider : ServiceLoader.load(ConnectorProvider.class)) {
            var connector = provider.create(context);
            var name = connector.descriptor().name();
            if (byName.putIfAbsent(name, connector) != null) {
                throw new IllegalStateException("two connectors are named " + name);
            }
        }
    }

    public Collection<Connector> all() {
        return byName.values();
    }

    public Optional<Connector> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** A connector's ability, if it has it. */
    public <R extends ConnectorRole> Optional<R> role(String name, Class<R> role) {
        return find(name)
                .flatMap(connector -> connector.roles().stream()
                        .filter(role::isInstance)
                        .map(role::cast)
                        .findFirst());
    }
}
