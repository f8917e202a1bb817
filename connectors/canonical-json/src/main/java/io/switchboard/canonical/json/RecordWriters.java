package io.switchboard.canonical.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.ResolvableSerializer;
import com.fasterxml.jackson.databind.util.NameTransformer;
import io.switchboard.canonical.InboundEvent;
import io.switchboard.canonical.Part;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What some records write besides their components, and which are left out when they say nothing. */
final class RecordWriters extends BeanSerializerModifier {

    /** A media part's own kind is its {@code kind} and not written twice. */
    @Override
    public List<BeanPropertyWriter> changeProperties(
            SerializationConfig config, BeanDescription description, List<BeanPropertyWriter> properties) {
        return description.getBeanClass() == Part.Media.class
                ? properties.stream()
                        .filter(property -> !property.getName().equals(PartKinds.MEDIA))
                        .toList()
                : properties;
    }

    @Override
    public JsonSerializer<?> modifySerializer(
            SerializationConfig config, BeanDescription description, JsonSerializer<?> plain) {
        var type = description.getBeanClass();
        if (Part.class.isAssignableFrom(type)) {
            return new PartWriter(type, plain);
        }
        if (InboundEvent.class.isAssignableFrom(type)) {
            return new EventWriter(plain);
        }
        return Optional.ofNullable(CanonicalModule.LEFT_OUT.get(type))
                .<JsonSerializer<?>>map(empty -> new OptionalRecordWriter(plain, empty))
                .orElse(plain);
    }

    /** Puts fields before or after those of the record's components. */
    private abstract static class Framed<T> extends JsonSerializer<T> implements ResolvableSerializer {

        private final JsonSerializer<Object> plain;
        private JsonSerializer<Object> components;

        @SuppressWarnings("unchecked") // made for T by Jackson
        Framed(JsonSerializer<?> plain) {
            this.plain = (JsonSerializer<Object>) plain;
            this.components = this.plain;
        }

        /** Jackson calls this once, before first use. */
        @Override
        public void resolve(SerializerProvider provider) throws JsonMappingException {
            ((ResolvableSerializer) plain).resolve(provider);
            components = plain.unwrappingSerializer(NameTransformer.NOP);
        }

        void components(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            components.serialize(value, json, provider);
        }
    }

    /** A part says its kind first and ends with its text for readers who do not know the kind. */
    private static final class PartWriter extends Framed<Part> {

        private final boolean hasFallbackText;

        PartWriter(Class<?> type, JsonSerializer<?> plain) {
            super(plain);
            hasFallbackText = PartKinds.hasComponent(type, PartKinds.FALLBACK_TEXT);
        }

        @Override
        public void serialize(Part part, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            json.writeStringField(PartKinds.KIND, PartKinds.of(part));
            components(part, json, provider);
            if (!hasFallbackText) {
                json.writeStringField(PartKinds.FALLBACK_TEXT, WellFormedText.of(part.fallbackText()));
            }
            json.writeEndObject();
        }
    }

    /** An event says its kind and key first: what the Idempotent Receiver goes by is part of every golden file. */
    private static final class EventWriter extends Framed<InboundEvent> {

        EventWriter(JsonSerializer<?> plain) {
            super(plain);
        }

        @Override
        public void serialize(InboundEvent event, JsonGenerator json, SerializerProvider provider) throws IOException {
            var key = event.key();
            json.writeStartObject();
            json.writeStringField("kind", WellFormedText.of(key.kind()));
            json.writeObjectFieldStart("key");
            json.writeStringField("subject", WellFormedText.of(key.subject()));
            if (!key.discriminator().isEmpty()) {
                json.writeStringField("discriminator", WellFormedText.of(key.discriminator()));
            }
            json.writeEndObject();
            components(event, json, provider);
            json.writeEndObject();
        }
    }

    /** The record as it is, but not where it equals the value that says nothing. */
    private static final class OptionalRecordWriter extends JsonSerializer<Object> implements ResolvableSerializer {

        private final JsonSerializer<Object> plain;
        private final Object empty;

        @SuppressWarnings("unchecked") // made for the type of the empty value by Jackson
        OptionalRecordWriter(JsonSerializer<?> plain, Object empty) {
            this.plain = (JsonSerializer<Object>) plain;
            this.empty = empty;
        }

        @Override
        public void resolve(SerializerProvider provider) throws JsonMappingException {
            ((ResolvableSerializer) plain).resolve(provider);
        }

        @Override
        public boolean isEmpty(SerializerProvider provider, Object value) {
            return value.equals(empty);
        }

        @Override
        public void serialize(Object value, JsonGenerator json, SerializerProvider provider) throws IOException {
            plain.serialize(value, json, provider);
        }
    }
}
