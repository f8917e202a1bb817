package io.switchboard.connector.testkit;

import io.switchboard.canonical.IdentityKey;
import io.switchboard.canonical.InboundEvent;
import io.switchboard.canonical.InboundMessage;
import io.switchboard.canonical.MediaReference;
import io.switchboard.canonical.Part;
import io.switchboard.canonical.Party;
import io.switchboard.canonical.Reference;
import io.switchboard.canonical.ReturnAddress;
import io.switchboard.canonical.ThreadKey;
import io.switchboard.connector.ConnectorDescriptor;
import io.switchboard.connector.Secret;
import io.switchboard.connector.Secrets;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What must never be printed: found in the events themselves, so that nobody can forget to name it. */
final class Personal {

    /** Shorter texts meet by chance. */
    private static final int SHORTEST = 5;

    private static final Set<Class<?>> PERSONAL_TYPES =
            Set.of(Party.class, ThreadKey.class, ReturnAddress.class, MediaReference.class, Reference.class);

    private final Set<String> found = new TreeSet<>();

    private Personal() {}

    /** Names, addresses, identifiers of people and the content of their messages. */
    static Set<String> in(Collection<InboundEvent> events) {
        var personal = new Personal();
        events.forEach(event -> personal.walk(event, false));
        return personal.found;
    }

    static Set<String> in(Secrets secrets, ConnectorDescriptor descriptor) {
        var personal = new Personal();
        descriptor.secrets().stream()
                .flatMap(secret -> secrets.accepted(secret.name()).stream())
                .map(Secret::reveal)
                .forEach(personal::note);
        return personal.found;
    }

    private void walk(Object value, boolean personal) {
        switch (value) {
            case String text when personal -> note(text);
            case Optional<?> present -> present.ifPresent(content -> walk(content, personal));
            case Collection<?> elements -> elements.forEach(element -> walk(element, personal));
            case Map<?, ?> map -> map.values().forEach(entry -> walk(entry, personal));
            case InboundMessage message -> {
                message.subject().ifPresent(this::note);
                components(message).forEach(component -> walk(component, personal));
            }
            case IdentityKey identity -> note(identity.value());
            case Record parts -> {
                var people = personal || parts instanceof Part || PERSONAL_TYPES.contains(parts.getClass());
                components(parts).forEach(component -> walk(component, people));
            }
            default -> {
                // numbers, times and words of the model tell nothing about a person
            }
        }
    }

    private void note(String text) {
        if (text.length() >= SHORTEST) {
            found.add(text);
        }
    }

    private static Stream<Object> components(Record record) {
        return Stream.of(record.getClass().getRecordComponents()).map(component -> value(record, component));
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("canonical records are public", impossible);
        }
    }
}
