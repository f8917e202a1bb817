package io.switchboard.connector;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A connection's credentials by name; each name is a set, so that a rotation refuses nobody. */
public final class Secrets {

    public static final Secrets NONE = new Secrets(Map.of());

    private final Map<String, List<Secret>> byName;

    private Secrets(Map<String, List<Secret>> byName) {
        this.byName = byName;
    }

    /** @param byName the current secret first, then the next and the retiring ones */
    public static Secrets of(Map<String, List<Secret>> byName) {
        return new Secrets(byName.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue()))));
    }

    /** The same and one more, or another one under its name. */
    public Secrets with(String name, Secret secret) {
        var more = new HashMap<>(byName);
        more.put(name, List.of(secret));
        return new Secrets(Map.copyOf(more));
    }

    /** The one to present to the platform. */
    public Optional<Secret> current(String name) {
        return accepted(name).stream().findFirst();
    }

    /** All that may still have signed a delivery, the current one first. */
    public List<Secret> accepted(String name) {
        return byName.getOrDefault(name, List.of());
    }

    @Override
    public String toString() {
        return "Secrets" + byName.keySet();
    }
}
