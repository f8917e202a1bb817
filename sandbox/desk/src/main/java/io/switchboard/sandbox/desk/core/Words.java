package io.switchboard.sandbox.desk.core;

import io.switchboard.sandbox.desk.contract.Attachment;
import io.switchboard.sandbox.desk.contract.Message;
import io.switchboard.sandbox.desk.contract.ReplyCommand;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a message says, as far as it is known.
 *
 * @param message its latest revision; absent until it arrives
 * @param command what a desk asked for; absent when it came from elsewhere
 * @param earlier the words of former revisions, oldest first
 * @param takenBack whether its author deleted it
 */
public record Words(
        Optional<Message> message, Optional<ReplyCommand> command, List<String> earlier, boolean takenBack) {

    static final Words UNKNOWN = new Words(Optional.empty(), Optional.empty(), List.of(), false);

    public Words {
        earlier = List.copyOf(earlier);
    }

    static Words of(ReplyCommand command) {
        return new Words(Optional.empty(), Optional.of(command), List.of(), false);
    }

    public boolean areUnknown() {
        return message.isEmpty() && command.isEmpty();
    }

    /** A newer revision replaces the words, an older one changes nothing. */
    Words with(Message said) {
        var known = message.orElse(said);
        if (said.revision() < known.revision()) {
            return this;
        }
        var former = said.textPlain().equals(known.textPlain())
                ? earlier
                : Stream.concat(earlier.stream(), Stream.of(known.textPlain())).toList();
        return new Words(Optional.of(said), command, former, takenBack);
    }

    Words with(Attachment newer) {
        return new Words(message.map(said -> said.with(newer)), command, earlier, takenBack);
    }

    Words with(Words other) {
        var both = new Words(message, command.or(other::command), earlier, takenBack || other.takenBack);
        return other.message.map(both::with).orElse(both);
    }

    Words asTakenBack() {
        return new Words(message, command, earlier, true);
    }

    @Override
    public String toString() {
        return "Words[***]";
    }
}
