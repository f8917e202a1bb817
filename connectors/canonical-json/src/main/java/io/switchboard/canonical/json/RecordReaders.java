package io.switchboard.canonical.json;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import java.util.Optional;

/** Gives records that are left out when they say nothing their plain value back. */
final class RecordReaders extends BeanDeserializerModifier {

    @Override
    public JsonDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription description, JsonDeserializer<?> plain) {
        return Optional.ofNullable(CanonicalModule.LEFT_OUT.get(description.getBeanClass()))
                .<JsonDeserializer<?>>map(empty -> new OptionalRecordReader(plain, empty))
                .orElse(plain);
    }

    private static final class OptionalRecordReader extends DelegatingDeserializer {

        private final transient Object empty;

        OptionalRecordReader(JsonDeserializer<?> plain, Object empty) {
            super(plain);
            this.empty = empty;
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> replacement) {
            return new OptionalRecordReader(replacement, empty);
        }

        @Override
        public Object getNullValue(DeserializationContext context) {
            return empty;
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return empty;
        }
    }
}
