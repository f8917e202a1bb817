package io.switchboard.connector.shopify;

import io.switchboard.canonical.Moment;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.payload.Payload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A JSON object of Shopify, read leniently: a field that is absent, null, blank or of an unexpected type is not
 * there. Only what a resource cannot be understood without is required.
 *
 * <p>Texts come without control characters, which no database and no log wants, and with a question mark for half a
 * surrogate pair.
 */
final class Resource {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n\\r]]");
    /** How GraphQL spells the id that REST spells as a number: {@code gid://shopify/Customer/1}. */
    private static final Pattern GLOBAL_ID = Pattern.compile("gid://shopify/[A-Za-z]+/([^?/]+)(\\?.*)?");

    private final Payload payload;

    private Resource(Payload payload) {
        this.payload = payload;
    }

    /** @throws MalformedDeliveryException when it is not an object */
    static Resource of(Payload payload) {
        if (!payload.isObject()) {
            throw new MalformedDeliveryException("body is not an object, a resource was expected");
        }
        return new Resource(payload);
    }

    Optional<Resource> object(String field) {
        return payload.get(field).filter(Payload::isObject).map(Resource::new);
    }

    /** Those elements of a list that are objects. */
    List<Resource> objects(String field) {
        return elements(field).filter(Payload::isObject).map(Resource::new).toList();
    }

    Optional<String> text(String field) {
        return payload.get(field).flatMap(Resource::scalar);
    }

    /** Those elements of a list that are texts. */
    List<String> texts(String field) {
        return elements(field).flatMap(element -> scalar(element).stream()).toList();
    }

    /** An id with every digit; the same whether REST or GraphQL spelled it. */
    Optional<String> id(String... fields) {
        return first(this::text, fields).map(Resource::plainId);
    }

    /** @throws MalformedDeliveryException when none of the fields holds an id */
    String requireId(String... fields) {
        return id(fields)
                .orElseThrow(() -> new MalformedDeliveryException(
                        (payload.path().isEmpty() ? "" : payload.path() + ".") + fields[0] + " is missing"));
    }

    /** The first of the fields that holds a time. */
    Optional<Moment> moment(String... fields) {
        return first(field -> text(field).flatMap(ShopifyTime::parse), fields);
    }

    private static <T> Optional<T> first(Function<String, Optional<T>> read, String... fields) {
        for (var field : fields) {
            var found = read.apply(field);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    boolean flag(String field) {
        return text(field).filter("true"::equals).isPresent();
    }

    private Stream<Payload> elements(String field) {
        return payload.get(field).filter(Payload::isArray).map(Payload::elements).stream()
                .flatMap(List::stream);
    }

    private static Optional<String> scalar(Payload value) {
        if (value.isObject() || value.isArray()) {
            return Optional.empty();
        }
        return Optional.of(clean(value.asText())).filter(text -> !text.isBlank());
    }

    private static String clean(String text) {
        for (var i = 0; i < text.length(); i++) {
            var unit = text.charAt(i);
            if (unit < ' ' || unit == 0x7f || Character.isSurrogate(unit)) {
                return cleaned(text);
            }
        }
        return text;
    }

    private static String cleaned(String text) {
        var whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return CONTROL.matcher(whole).replaceAll("");
    }

    private static String plainId(String id) {
        var global = GLOBAL_ID.matcher(id);
        return global.matches() ? global.group(1) : id.strip();
    }

    @Override
    public String toString() {
        return "Resource[***]";
    }
}
