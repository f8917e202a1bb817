package io.switchboard.sandbox.bench.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Which delivery an event tells of, read from its JSON without building anything of it. */
final class NativeId {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int EVENT_ID = 1;

    private NativeId() {}

    /** @return empty when an event of this type tells of no single delivery, or this one does not say of which */
    static String of(String type, byte[] event) {
        if (type.contains(".message.received.")) {
            return text(event, "message", "nativeId");
        }
        if (type.contains(".commerce.")) {
            return eventId(text(event, "commerce", "version"));
        }
        return "";
    }

    /** A version reads {@code <time>/<event id>/<fingerprint>}. */
    private static String eventId(String version) {
        var parts = version.split("/", -1);
        return parts.length > EVENT_ID ? parts[EVENT_ID] : version;
    }

    private static String text(byte[] event, String object, String field) {
        try (var json = JSON.createParser(event)) {
            json.nextToken();
            if (enter(json, object) && json.currentToken() == JsonToken.START_OBJECT && enter(json, field)) {
                return json.getValueAsString("");
            }
            return "";
        } catch (IOException broken) {
            throw new IllegalStateException("an event on tickets is not JSON", broken);
        }
    }

    /** From an object's start to a field's value. */
    private static boolean enter(JsonParser json, String field) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var found = json.currentName().equals(field);
            json.nextToken();
            if (found) {
                return true;
            }
            json.skipChildren();
        }
        return false;
    }
}
