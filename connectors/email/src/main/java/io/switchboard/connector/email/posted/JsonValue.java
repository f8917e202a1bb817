package io.switchboard.connector.email.posted;

import io.switchboard.connector.email.bytes.Slice;
import io.switchboard.connector.email.text.Charsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A value of a JSON document. Asked for what it is not, it has nothing.
 *
 * @param escaped a string as it stands in the document, a number or boolean as its text, else empty
 * @param members of an object, the first where a name is doubled; else empty
 * @param elements of a list, or the member values of an object; else empty
 */
record JsonValue(Slice escaped, Map<String, JsonValue> members, List<JsonValue> elements) {

    /** What is {@code null} or not there. */
    static final JsonValue NOTHING = of(Slice.EMPTY);

    /** Of one value that is read as text; bodies are not. */
    private static final int MAX_TEXT = 1024 * 1024;

    JsonValue {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        elements = List.copyOf(elements);
    }

    static JsonValue of(Slice escaped) {
        return new JsonValue(escaped, Map.of(), List.of());
    }

    Optional<JsonValue> get(String name) {
        return Optional.ofNullable(members.get(name));
    }

    Set<String> names() {
        return members.keySet();
    }

    /** The elements of the list of that name. */
    List<JsonValue> elements(String name) {
        return get(name).map(JsonValue::elements).orElse(List.of());
    }

    /** The elements as texts; one that is none is empty. */
    List<String> texts() {
        return elements.stream().map(JsonValue::text).toList();
    }

    /** The characters of the string of that name, as UTF-8. */
    Slice bytes(String name) {
        return JsonEscapes.undo(get(name).orElse(NOTHING).escaped());
    }

    /** Empty when there is no such member or nothing in it. */
    Optional<String> text(String name) {
        return get(name).map(JsonValue::text).filter(text -> !text.isBlank());
    }

    String text() {
        var plain = JsonEscapes.undo(escaped.limited(MAX_TEXT));
        return Charsets.decode(plain.bytes(), "utf-8");
    }

    @Override
    public String toString() {
        return "JsonValue[" + escaped.length() + " bytes, " + elements.size() + " elements]";
    }
}
