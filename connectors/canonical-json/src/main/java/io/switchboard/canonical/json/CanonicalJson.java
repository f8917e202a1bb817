package io.switchboard.canonical.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.switchboard.canonical.TicketEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes and reads the canonical model as JSON. Safe for use by many threads; everything costly is made once.
 *
 * <p>Takes any value made of canonical types, records, texts, numbers and collections: a {@link TicketEvent}, a connector's
 * translation, a list of parts.
 */
public final class CanonicalJson {

    private static final JsonMapper MAPPER = mapper(false);
    private static final ObjectWriter WRITER = MAPPER.writer();
    private static final ObjectReader TICKET_EVENT_READER = MAPPER.readerFor(TicketEvent.class);

    private static final JsonMapper REPAIRING = mapper(true);
    private static final ObjectWriter REPAIRING_WRITER = REPAIRING.writer();
    private static final ObjectWriter PRETTY = REPAIRING.writer(prettyPrinter());

    /** How half a surrogate pair is written, which UTF-8 cannot hold: escaped. */
    private static final String HALF_PAIR = "\\uD";

    private CanonicalJson() {}

    /** The value of a record on {@code tickets}. */
    public static byte[] write(TicketEvent event) {
        return write((Object) event);
    }

    /** UTF-8, on one line. */
    public static byte[] write(Object value) {
        var written = bytes(WRITER, value);
        // Looking at every text before it is written costs more than writing it; next to none needs a repair.
        return new String(written, StandardCharsets.ISO_8859_1).contains(HALF_PAIR)
                ? bytes(REPAIRING_WRITER, value)
                : written;
    }

    /** For people and golden files: indented by two spaces, line feeds, one at the end. */
    public static String pretty(Object value) {
        try {
            return PRETTY.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("value is not made of canonical types", impossible);
        }
    }

    /**
     * @throws UnreadableException when the bytes are not a ticket event of this major version
     */
    public static TicketEvent readTicketEvent(byte[] json) {
        return read(TICKET_EVENT_READER, json, TicketEvent.class);
    }

    /**
     * @throws UnreadableException when the bytes are not JSON or not of this type
     */
    public static <T> T read(byte[] json, Class<T> type) {
        return read(MAPPER.readerFor(type), json, type);
    }

    private static byte[] bytes(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("value is not made of canonical types", impossible);
        }
    }

    private static <T> T read(ObjectReader reader, byte[] json, Class<T> type) {
        try {
            Object value = reader.readValue(json);
            if (value == null) {
                throw new UnreadableException("value is null, an object was expected");
            }
            return type.cast(value);
        } catch (ValueInstantiationException refused) {
            throw new UnreadableException(explanation(refused));
        } catch (JsonMappingException unexpected) {
            throw new UnreadableException(path(unexpected) + " is not what the schema says");
        } catch (IOException broken) {
            throw new UnreadableException("value is not JSON");
        }
    }

    /** A record of several fields explains itself, without content; a single value's complaint may quote it. */
    private static String explanation(ValueInstantiationException refused) {
        var type = refused.getType().getRawClass();
        var explains = type.isRecord() && type.getRecordComponents().length > 1;
        return explains && refused.getCause() instanceof IllegalArgumentException complaint
                ? String.valueOf(complaint.getMessage())
                : path(refused) + " is not what the schema says";
    }

    private static String path(JsonMappingException unexpected) {
        var path = unexpected.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "value" : path;
    }

    private static JsonMapper mapper(boolean repairs) {
        var builder = JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(new CanonicalModule(repairs))
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .withConfigOverride(
                        Optional.class, absent -> absent.setInclude(include(JsonInclude.Include.NON_ABSENT)));
        for (var type : List.of(List.class, Set.class, Map.class)) {
            builder.withConfigOverride(
                    type,
                    empty -> empty.setInclude(include(JsonInclude.Include.NON_EMPTY))
                            .setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
        }
        for (var type : CanonicalModule.LEFT_OUT.keySet()) {
            builder.withConfigOverride(type, empty -> empty.setInclude(include(JsonInclude.Include.NON_EMPTY)));
        }
        return builder.build();
    }

    private static JsonInclude.Value include(JsonInclude.Include rule) {
        return JsonInclude.Value.construct(rule, JsonInclude.Include.ALWAYS);
    }

    private static DefaultPrettyPrinter prettyPrinter() {
        var lines = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(lines)
                .withArrayIndenter(lines);
    }

    /** Somebody wrote what the contract does not allow. Names the field and never its content. */
    public static final class UnreadableException extends RuntimeException {

        UnreadableException(String message) {
            super(message);
        }
    }
}
