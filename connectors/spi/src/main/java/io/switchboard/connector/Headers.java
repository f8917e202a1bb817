package io.switchboard.connector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Header fields of a delivery: names without regard to case (RFC 9110 §5.1), values in their order, never printed. */
public final class Headers {

    public static final Headers NONE = new Headers(Map.of());

    private final Map<String, List<String>> values;

    private Headers(Map<String, List<String>> values) {
        this.values = values;
    }

    public static Headers of(Map<String, List<String>> fields) {
        var lowered = new LinkedHashMap<String, List<String>>();
        fields.forEach(
                (name, list) -> lowered.computeIfAbsent(name.toLowerCase(Locale.ROOT), absent -> new ArrayList<>())
                        .addAll(list));
        lowered.replaceAll((name, list) -> List.copyOf(list));
        return new Headers(java.util.Collections.unmodifiableMap(lowered));
    }

    public static Headers ofSingle(Map<String, String> fields) {
        var lists = new LinkedHashMap<String, List<String>>();
        fields.forEach((name, value) -> lists.put(name, List.of(value)));
        return of(lists);
    }

    public Optional<String> first(String name) {
        var all = all(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
    }

    public List<String> all(String name) {
        return values.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** By lower-case name, in the order of arrival. */
    public Map<String, List<String>> asMap() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Headers that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "Headers" + values.keySet();
    }
}
