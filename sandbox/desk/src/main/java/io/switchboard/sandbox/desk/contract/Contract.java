package io.switchboard.sandbox.desk.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The contract's JSON: unknown fields are ignored, absent lists, maps and texts are empty. */
final class Contract {

    private static final JsonMapper MAPPER = mapper();

    private Contract() {}

    /** @throws MalformedRecordException when the bytes are not JSON of this shape */
    static <T> T read(byte[] json, Class<T> type) {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new MalformedRecordException("value is null");
            }
            return value;
        } catch (JsonMappingException unexpected) {
            throw new MalformedRecordException(path(unexpected) + " is not what the contract says");
        } catch (IOException broken) {
            throw new MalformedRecordException("value is not JSON");
        }
    }

    static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("not a record of the contract", impossible);
        }
    }

    private static String path(JsonMappingException unexpected) {
        var steps = unexpected.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .toList();
        return steps.isEmpty() ? "value" : String.join(".", steps);
    }

    private static JsonMapper mapper() {
        var builder = JsonMapper.builder()
                .addModules(new Jdk8Module(), new JavaTimeModule())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS));
        for (var type : List.of(List.class, Map.class, String.class)) {
            builder.withConfigOverride(
                    type, absent -> absent.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
        }
        return builder.build();
    }
}
