package io.switchboard.sandbox.desk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An event that has everything an event can have, in the contract's written form. */
class WrittenFormTest {

    @Test
    void reads_every_part_of_the_written_form() throws Exception {
        var body = Contract.read(everything(), Body.class);

        for (var component : Body.class.getRecordComponents()) {
            assertThat((Optional<?>) component.getAccessor().invoke(body))
                    .as(component.getName())
                    .isPresent();
        }
    }

    @Test
    void reads_every_field_of_a_message_that_the_desk_shows() throws Exception {
        var message = Contract.read(everything(), Body.class).message().orElseThrow();

        for (var component : Message.class.getRecordComponents()) {
            assertThat(component.getAccessor().invoke(message))
                    .as(component.getName())
                    .isNotIn(Optional.empty(), java.util.List.of(), java.util.Map.of(), "");
        }
    }

    @Test
    void knows_every_kind_of_part_of_the_written_form() throws Exception {
        var parts =
                Contract.read(everything(), Body.class).message().orElseThrow().content();

        assertThat(parts).doesNotHaveAnyElementsOfTypes(Part.Other.class);
        var kinds = Arrays.stream(Part.class.getPermittedSubclasses()).filter(kind -> kind != Part.Other.class);
        assertThat(parts).extracting(Object::getClass).hasSameElementsAs(kinds.toList());
    }

    private static byte[] everything() throws IOException {
        try (var file = WrittenFormTest.class.getResourceAsStream("/contract/everything.json")) {
            assertThat(file).isNotNull();
            return file.readAllBytes();
        }
    }
}
