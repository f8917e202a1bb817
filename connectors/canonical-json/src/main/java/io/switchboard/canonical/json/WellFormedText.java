package io.switchboard.canonical.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/**
 * Text as UTF-8 can hold it: half a surrogate pair, which any JSON payload may smuggle in as {@code \ud83d}, becomes U+FFFD.
 * What customers write must never stop an event.
 */
final class WellFormedText extends StdSerializer<String> {

    private static final char REPLACEMENT = '\ufffd';

    WellFormedText() {
        super(String.class);
    }

    @Override
    public void serialize(String value, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeString(of(value));
    }

    /** The same text in almost every case. */
    static String of(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return repaired(text);
            }
        }
        return text;
    }

    private static String repaired(String text) {
        var repaired = new StringBuilder(text.length());
        text.codePoints().map(point -> isHalfPair(point) ? REPLACEMENT : point).forEach(repaired::appendCodePoint);
        return repaired.toString();
    }

    private static boolean isHalfPair(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /** A name in a map. */
    static final class Name extends StdSerializer<String> {

        Name() {
            super(String.class);
        }

        @Override
        public void serialize(String value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeFieldName(of(value));
        }
    }
}
