package io.switchboard.connector;

/** Who sent a delivery. */
public sealed interface Verification {

    /** The platform, or somebody who knows its secret. */
    record Authentic() implements Verification {}

    /** Somebody else, or nobody can tell. The reason is counted, never told to the caller. */
    record Rejected(Reason reason) implements Verification {}

    /** Why a delivery is not believed. */
    enum Reason {
        MISSING_SIGNATURE,
        MALFORMED_SIGNATURE,
        WRONG_SIGNATURE,
        STALE_TIMESTAMP,
        NO_SECRET
    }

    Verification AUTHENTIC = new Authentic();

    static Verification rejected(Reason reason) {
        return new Rejected(reason);
    }
}
