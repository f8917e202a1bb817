package io.switchboard.gateway.tickets;

/** How a key of a thread became known; stored as its number. */
enum AliasOrigin {
    /** A key of the conversation itself. */
    KEY(0),
    /** A message that came in. */
    INBOUND(1),
    /** A message of ours, as we or those who carried it call it; nobody can guess it. */
    OUTBOUND(2),
    /** Named by a message that came in, not seen itself. */
    NAMED(3),
    /** What the customer's mail program calls the conversation. */
    CONVERSATION(4),
    /** What somebody wrote about last. */
    TOPIC(5);

    private final short number;

    AliasOrigin(int number) {
        this.number = (short) number;
    }

    /** Whether a later and better reason may lead the key elsewhere. */
    boolean yieldsTo(AliasOrigin later) {
        return this == TOPIC || (this == NAMED && (later == INBOUND || later == OUTBOUND));
    }

    static AliasOrigin of(short stored) {
        for (var origin : values()) {
            if (origin.number == stored) {
                return origin;
            }
        }
        throw new IllegalStateException("a thread's key has the unknown origin " + stored);
    }

    Short stored() {
        return number;
    }
}
