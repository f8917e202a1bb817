package io.switchboard.canonical.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.canonical.Part;
import java.io.IOException;

/**
 * Reads a content part by its {@code kind}. A kind from the future becomes the text it brings for this case, or
 * {@link Part.Unsupported} when it brings none.
 */
final class PartReader extends JsonDeserializer<Part> {

    @Override
    public Part deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!(context.readTree(json) instanceof ObjectNode part)) {
            return context.reportInputMismatch(Part.class, "a content part is an object");
        }
        var kind = part.path(PartKinds.KIND).asText();
        var record = PartKinds.record(kind);
        if (record.isEmpty()) {
            return unknown(kind, part.path(PartKinds.FALLBACK_TEXT).asText());
        }
        if (record.get() == Part.Media.class) {
            part.put(PartKinds.MEDIA, kind);
        }
        return (Part) context.readTreeAsValue(part, record.get());
    }

    private static Part unknown(String kind, String fallbackText) {
        return fallbackText.isEmpty() ? new Part.Unsupported(kind, "unknown kind") : new Part.Text(fallbackText);
    }
}
