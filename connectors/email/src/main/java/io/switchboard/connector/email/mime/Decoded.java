package io.switchboard.connector.email.mime;

/** The bytes of a part as its sender saw them. */
public final class Decoded {
    private Decoded() {}

    /** @param limit how many bytes at most */
    public static byte[] bytes(Entity part, int limit) {
        return part.content().bytes(limit);
    }
}
