package io.switchboard.connector.email;

/** The bytes of a part as its sender saw them. */
final class Decoded {
    private Decoded() {}

    /** @param limit how many bytes at most */
    static byte[] bytes(Entity part, int limit) {
        return part.content().bytes(limit);
    }
}
