package io.switchboard.connector.email.mime;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A header value with parameters, such as {@code attachment; filename="a.pdf"}.
 *
 * @param value before the first semicolon, lower-case
 * @param plain parameters as they came, each byte one character, by lower-case name
 * @param extended parameters that came cut or percent-encoded (RFC 2231), decoded
 */
public record ParameterizedValue(String value, Map<String, String> plain, Map<String, String> extended) {

    public ParameterizedValue {
        plain = Map.copyOf(plain);
        extended = Map.copyOf(extended);
    }

    public static ParameterizedValue parse(String raw) {
        var scanner = new ParameterScanner(raw);
        var value = scanner.value().strip().toLowerCase(Locale.ROOT);
        var parameters = scanner.parameters();
        return new ParameterizedValue(value, parameters, ExtendedParameters.of(parameters));
    }

    /** For machines: boundary, charset, format. */
    public Optional<String> token(String name) {
        return Optional.ofNullable(plain.get(name))
                .or(() -> Optional.ofNullable(extended.get(name)))
                .filter(text -> !text.isBlank());
    }

    /** For people: file names. The extended form wins over the plain one beside it (RFC 6266 §4.3). */
    public Optional<String> text(String name) {
        return Optional.ofNullable(extended.get(name))
                .or(() -> Optional.ofNullable(plain.get(name))
                        .map(HeaderText::decode)
                        .map(ExtendedParameters::withoutPercents))
                .filter(text -> !text.isBlank());
    }

    @Override
    public String toString() {
        return "ParameterizedValue[" + value + "]";
    }
}
