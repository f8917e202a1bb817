package io.switchboard.connector.meta;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.switchboard.connector.Body;
import java.util.Map;

/** A tree of maps and lists written as JSON (RFC 8259). */
final class JsonText {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonText() {}

    static Body of(Map<String, ?> tree) {
        try {
            // By way of a String: half a surrogate pair, as a cut text may end in, becomes "?" instead of an exception.
            return Body.ofText(MAPPER.writeValueAsString(tree));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("maps, lists and values are always writable", impossible);
        }
    }
}
