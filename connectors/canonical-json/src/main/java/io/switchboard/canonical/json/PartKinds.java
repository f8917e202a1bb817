package io.switchboard.canonical.json;

import io.switchboard.canonical.MediaKind;
import io.switchboard.canonical.Part;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The value of {@code kind} that tells content parts apart: the record's name, for media what kind of media it is. */
final class PartKinds {

    static final String KIND = "kind";
    static final String FALLBACK_TEXT = "fallbackText";
    static final String MEDIA = "media";

    private static final ClassValue<String> NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        }
    };

    private static final Map<String, Class<?>> RECORDS = Arrays.stream(Part.class.getPermittedSubclasses())
            .filter(type -> type != Part.Media.class)
            .collect(Collectors.toUnmodifiableMap(NAMES::get, Function.identity()));

    private static final EnumNames<MediaKind> MEDIA_KINDS = EnumNames.of(MediaKind.class);

    private PartKinds() {}

    static String of(Part part) {
        return part instanceof Part.Media media ? EnumNames.of(media.media()) : NAMES.get(part.getClass());
    }

    /** The record of this kind; empty for a kind from the future. */
    static Optional<Class<?>> record(String kind) {
        return MEDIA_KINDS.known(kind).isPresent()
                ? Optional.of(Part.Media.class)
                : Optional.ofNullable(RECORDS.get(kind));
    }

    /** Every kind of this version, by name. */
    static Map<String, Class<?>> all() {
        var kinds = new TreeMap<>(RECORDS);
        MEDIA_KINDS.names().forEach(kind -> kinds.put(kind, Part.Media.class));
        return kinds;
    }

    static boolean hasComponent(Class<?> record, String name) {
        return Arrays.stream(record.getRecordComponents())
                .anyMatch(component -> component.getName().equals(name));
    }
}
