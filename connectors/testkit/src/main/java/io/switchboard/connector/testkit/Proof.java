package io.switchboard.connector.testkit;

/** How a platform proves that a delivery is its own. */
public enum Proof {
    /** A signature over the raw body. */
    SIGNED_BODY,
    /** A secret sent along; whoever changes the body on the way cannot be told. */
    SHARED_TOKEN
}
