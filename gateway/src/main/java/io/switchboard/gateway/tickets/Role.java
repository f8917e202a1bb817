package io.switchboard.gateway.tickets;

/** What part somebody has in a thread; stored as its number. */
enum Role {
    /** Got a copy. May write in the thread; is not answered in it unless the answer goes to all. */
    COPIED(1),
    /** Whose thread it is: writes in it and is answered. */
    AUTHOR(2);

    private final short number;

    Role(int number) {
        this.number = (short) number;
    }

    static Role of(short stored) {
        return stored == AUTHOR.number ? AUTHOR : COPIED;
    }

    Short stored() {
        return number;
    }
}
