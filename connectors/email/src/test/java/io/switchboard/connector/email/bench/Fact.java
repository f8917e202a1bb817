package io.switchboard.connector.email.bench;

import java.util.Set;

/** What mail readers are asked, and compared by. */
enum Fact {
    SUBJECT("subject"),

    /** The address of the first mailbox in From, as written. */
    FROM("From address"),

    /** The display name of that mailbox. */
    NAME("From name"),

    /**
     * How many parts are files. Where a reader leaves that to whoever uses it: those that are attached, have a file name, or are none of
     * {@link #TEXTS}.
     */
    FILES("number of files"),

    /** That every text was decoded to characters and every file to bytes. Asked for the exceptions and the time it takes. */
    CONTENT("content");

    static final Set<String> TEXTS = Set.of("text/plain", "text/html", "text/enriched", "text/richtext");

    private final String words;

    Fact(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
