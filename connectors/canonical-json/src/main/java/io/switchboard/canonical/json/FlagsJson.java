package io.switchboard.canonical.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.switchboard.canonical.MessageFlag;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/** A set of flags as an object of those that are true: {@code {"forwarded":true}}. A reader passes over flags it does not know. */
final class FlagsJson {

    private static final EnumNames<MessageFlag> NAMES = EnumNames.of(MessageFlag.class);

    private FlagsJson() {}

    static final class Writer extends StdSerializer<Set<MessageFlag>> {

        Writer() {
            super(Set.class, false);
        }

        @Override
        public boolean isEmpty(SerializerProvider provider, Set<MessageFlag> flags) {
            return flags.isEmpty();
        }

        @Override
        public void serialize(Set<MessageFlag> flags, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeStartObject();
            for (var flag : flags.isEmpty() ? flags : EnumSet.copyOf(flags)) {
                json.writeBooleanField(EnumNames.of(flag), true);
            }
            json.writeEndObject();
        }
    }

    static final class Reader extends JsonDeserializer<Set<MessageFlag>> {

        @Override
        public Set<MessageFlag> deserialize(JsonParser json, DeserializationContext context) throws IOException {
            var flags = EnumSet.noneOf(MessageFlag.class);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var flag = NAMES.known(json.currentName());
                if (json.nextToken() == JsonToken.VALUE_TRUE) {
                    flag.ifPresent(flags::add);
                }
                json.skipChildren();
            }
            return flags;
        }

        @Override
        public Object getEmptyValue(DeserializationContext context) {
            return EnumSet.noneOf(MessageFlag.class);
        }
    }
}
