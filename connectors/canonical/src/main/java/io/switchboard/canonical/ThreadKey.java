package io.switchboard.canonical;

/**
 * The name of a conversation within its connection, in the words of the rule that made it: {@code dm:106540352242922:15550100},
 * {@code eml:<id@host>}, {@code timeline:order:450789469}.
 *
 * @param value holds addresses of people, so it is never logged
 */
public record ThreadKey(String value) {

    public ThreadKey {
        if (value.isBlank()) {
            throw new IllegalArgumentException("thread key is blank");
        }
    }

    @Override
    public String toString() {
        return "ThreadKey[***]";
    }
}
