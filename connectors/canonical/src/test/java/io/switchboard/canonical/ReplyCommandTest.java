package io.switchboard.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReplyCommandTest {

    private static final ThreadId THREAD = new ThreadId(new UUID(1, 2));
    private static final MessageId MESSAGE = new MessageId(new UUID(3, 4));
    private static final Optional<ReplyCommand.MarkRead> READ = Optional.of(new ReplyCommand.MarkRead(MESSAGE));

    @Test
    void reads_text_as_the_first_part() {
        var command = command("c", Optional.of("Hello"), List.of(new Part.Html("<b>x</b>", "x")), Optional.empty());

        assertThat(command.parts()).containsExactly(new Part.Text("Hello"), new Part.Html("<b>x</b>", "x"));
        assertThat(command.text()).isEmpty();
        assertThat(command.toString()).doesNotContain("Hello");
    }

    @Test
    void asks_for_one_thing() {
        assertThat(command("c", Optional.empty(), List.of(), READ).markRead()).isEqualTo(READ);
        refuses("c", Optional.empty(), List.of(), Optional.empty());
        refuses("c", Optional.of("Hello"), List.of(), READ);
    }

    @Test
    void refuses_blank_text_files_and_unusable_ids() {
        refuses("c", Optional.of(" "), List.of(), Optional.empty());
        refuses("c", Optional.empty(), List.of(new Part.Media(MediaKind.FILE, 0, Optional.empty())), Optional.empty());
        refuses(" ", Optional.of("Hello"), List.of(), Optional.empty());
        refuses("c".repeat(201), Optional.of("Hello"), List.of(), Optional.empty());
        refuses("c\u0000", Optional.of("Hello"), List.of(), Optional.empty());
        refuses("c\ud800", Optional.of("Hello"), List.of(), Optional.empty());
    }

    private static void refuses(
            String id, Optional<String> text, List<Part> parts, Optional<ReplyCommand.MarkRead> markRead) {
        assertThatThrownBy(() -> command(id, text, parts, markRead)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ReplyCommand command(
            String id, Optional<String> text, List<Part> parts, Optional<ReplyCommand.MarkRead> markRead) {
        return new ReplyCommand(
                id,
                Optional.of(THREAD),
                Optional.empty(),
                Optional.empty(),
                text,
                parts,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                markRead);
    }
}
