package io.switchboard.canonical;

/** Who wrote a message, and in which role. */
public record Author(AuthorKind kind, Party party) {

    public static Author customer(Party party) {
        return new Author(AuthorKind.CUSTOMER, party);
    }
}
