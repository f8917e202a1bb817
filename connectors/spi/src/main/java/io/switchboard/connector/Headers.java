package io.switchboard.connector;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Header fields of a delivery: names without regard to case (RFC 9110 §5.1), values in their order, never printed. */
public final class Headers {

    public static final Headers NONE = new Headers(new String[0]);

    /** Name, value, name, value: in the order of arrival, names in lower case. There are few, so that looking is cheap. */
    private final String[] fields;

    private Headers(String[] fields) {
        this.fields = fields;
    }

    public static Headers of(Map<String, List<String>> fields) {
        var headers = new Builder();
        fields.forEach((name, values) -> values.forEach(value -> headers.add(name, value)));
        return headers.build();
    }

    public static Headers ofSingle(Map<String, String> fields) {
        var headers = new Builder();
        fields.forEach(headers::add);
        return headers.build();
    }

    /** Takes field by field. */
    public static final class Builder {

        private final List<String> fields = new ArrayList<>(32);

        public Builder add(String name, String value) {
            fields.add(name.toLowerCase(Locale.ROOT));
            fields.add(value);
            return this;
        }

        public Headers build() {
            return new Headers(fields.toArray(String[]::new));
        }
    }

    public Optional<String> first(String name) {
        for (var i = 0; i < fields.length; i += 2) {
            if (fields[i].equalsIgnoreCase(name)) {
                return Optional.of(fields[i + 1]);
            }
        }
        return Optional.empty();
    }

    public List<String> all(String name) {
        var all = new ArrayList<String>(1);
        for (var i = 0; i < fields.length; i += 2) {
            if (fields[i].equalsIgnoreCase(name)) {
                all.add(fields[i + 1]);
            }
        }
        return Collections.unmodifiableList(all);
    }

    /** Every field as it came, its name in lower case. */
    public void forEach(BiConsumer<String, String> field) {
        for (var i = 0; i < fields.length; i += 2) {
            field.accept(fields[i], fields[i + 1]);
        }
    }

    /** By lower-case name, in the order of arrival. */
    public Map<String, List<String>> asMap() {
        var values = new LinkedHashMap<String, List<String>>();
        forEach((name, value) ->
                values.computeIfAbsent(name, absent -> new ArrayList<>()).add(value));
        values.replaceAll((name, list) -> List.copyOf(list));
        return Collections.unmodifiableMap(values);
    }

    /** The order of different names does not matter. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Headers that && asMap().equals(that.asMap());
    }

    @Override
    public int hashCode() {
        return asMap().hashCode();
    }

    @Override
    public String toString() {
        return "Headers" + asMap().keySet();
    }
}
