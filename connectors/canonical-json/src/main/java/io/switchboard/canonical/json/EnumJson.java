package io.switchboard.canonical.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.Serializers;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.CollectionType;
import io.switchboard.canonical.MessageFlag;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Enum values as {@link EnumNames} names them. */
final class EnumJson {

    private EnumJson() {}

    static final class Writers extends Serializers.Base {

        @Override
        public @Nullable JsonSerializer<?> findSerializer(
                SerializationConfig config, JavaType type, BeanDescription description) {
            return type.isEnumType() ? new ValueWriter(type.getRawClass()) : null;
        }

        @Override
        public @Nullable JsonSerializer<?> findCollectionSerializer(
                SerializationConfig config,
                CollectionType type,
                BeanDescription description,
                TypeSerializer typeSerializer,
                JsonSerializer<Object> elementSerializer) {
            return type.getContentType().hasRawClass(MessageFlag.class) ? new FlagsJson.Writer() : null;
        }
    }

    static final class Readers extends Deserializers.Base {

        @Override
        public JsonDeserializer<?> findEnumDeserializer(
                Class<?> type, DeserializationConfig config, BeanDescription description) {
            return reader(type);
        }

        @Override
        public @Nullable JsonDeserializer<?> findCollectionDeserializer(
                CollectionType type,
                DeserializationConfig config,
                BeanDescription description,
                TypeDeserializer typeDeserializer,
                JsonDeserializer<?> elementDeserializer) {
            return type.getContentType().hasRawClass(MessageFlag.class) ? new FlagsJson.Reader() : null;
        }

        @SuppressWarnings({"unchecked", "rawtypes"}) // Jackson asks for enums only
        private static JsonDeserializer<?> reader(Class type) {
            return new ValueReader(type);
        }
    }

    private static final class ValueWriter extends StdSerializer<Enum<?>> {

        private final transient Map<Object, SerializedString> names;

        ValueWriter(Class<?> type) {
            super(type, false);
            names = Arrays.stream(type.getEnumConstants())
                    .collect(Collectors.toUnmodifiableMap(
                            Function.identity(), value -> new SerializedString(EnumNames.of((Enum<?>) value))));
        }

        @Override
        public void serialize(Enum<?> value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(names.get(value));
        }
    }

    private static final class ValueReader<E extends Enum<E>> extends JsonDeserializer<E> {

        private final Class<E> type;
        private final EnumNames<E> names;

        ValueReader(Class<E> type) {
            this.type = type;
            this.names = EnumNames.of(type);
        }

        @Override
        public E deserialize(JsonParser json, DeserializationContext context) throws IOException {
            var name = json.getValueAsString("");
            var value = names.read(name);
            return value.isPresent()
                    ? value.get()
                    : type.cast(context.handleWeirdStringValue(type, name, "not a value of a closed enum"));
        }
    }
}
