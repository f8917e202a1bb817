package io.switchboard.connector.email.posted;

import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.email.text.Repairs;

/** A form field that holds JSON. A broken one costs what it tells, not the mail. */
final class JsonField {

    private JsonField() {}

    static JsonValue read(Form form, String name, Repairs repairs) {
        var field = form.first(name).filter(found -> !found.isBlank());
        if (field.isEmpty()) {
            return JsonValue.NOTHING;
        }
        try {
            return PostedJson.read(field.get().content().bytes());
        } catch (MalformedDeliveryException broken) {
            repairs.note("field " + name + " of the post is not JSON");
            return JsonValue.NOTHING;
        }
    }
}
