package io.switchboard.connector.email.bench;

/** What mail readers are asked, and compared by. */
enum Fact {
    SUBJECT("subject"),

    /** The address of the first mailbox in From, as written. */
    FROM("From address"),

    /** The display name of that mailbox. */
    NAME("From name"),

    /** How many parts are files rather than the text. */
    FILES("number of files"),

    /** That every text was decoded to characters and every file to bytes. Asked for the exceptions and the time it takes. */
    CONTENT("content");

    private final String words;

    Fact(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
