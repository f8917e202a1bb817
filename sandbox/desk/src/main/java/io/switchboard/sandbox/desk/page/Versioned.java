package io.switchboard.sandbox.desk.page;

/** Something on the page that is replaced when, and only when, it reads differently. */
interface Versioned {

    /** Unique on the page and the same as long as it is about the same thing. */
    String key();

    /** Different when it reads differently. */
    default String version() {
        return Integer.toHexString(hashCode());
    }
}
