package io.switchboard.connector.email;

import java.io.ByteArrayOutputStream;

/** The bytes of a part as its sender saw them. */
final class Decoded {

    private Decoded() {}

    /** @param encodedLimit how many bytes are read, before decoding */
    static byte[] bytes(Entity part, int encodedLimit) {
        var bytes = new ByteArrayOutputStream();
        part.encoding().decode(part.body().limited(encodedLimit), bytes::write);
        return bytes.toByteArray();
    }
}
