package io.switchboard.canonical;

import java.util.List;
import java.util.Optional;

/**
 * The plain words of a message with what belongs to earlier messages told apart. Nothing is taken away: the parts hold everything.
 *
 * @param plain all words
 * @param stripped what was written this time; absent when that is all of it
 * @param htmlStripped the same as HTML, where the message has HTML and something was told apart
 * @param signature the closing lines under the writer's name
 * @param quoted ranges of {@code plain} that repeat earlier messages
 */
public record WrittenText(
        String plain,
        Optional<String> stripped,
        Optional<String> htmlStripped,
        Optional<String> signature,
        List<Range> quoted) {

    public WrittenText {
        quoted = List.copyOf(quoted);
    }

    /** Nothing to tell apart. */
    public static WrittenText of(String plain) {
        return new WrittenText(plain, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    @Override
    public String toString() {
        return "WrittenText[" + plain.length() + " characters]";
    }

    /**
     * A stretch of a text, in UTF-16 code units.
     *
     * @param from inclusive, from 0
     * @param to exclusive
     */
    public record Range(int from, int to) {

        public Range {
            if (from < 0 || to < from) {
                throw new IllegalArgumentException("a range from " + from + " to " + to);
            }
        }
    }
}
