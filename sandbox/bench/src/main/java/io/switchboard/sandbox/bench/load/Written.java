package io.switchboard.sandbox.bench.load;

import java.nio.charset.StandardCharsets;

/**
 * A delivery ready to be sent.
 *
 * @param request head and body, the bytes that go out
 * @param bodySize how many of them, at the end, are the body
 */
// Nobody compares these.
@SuppressWarnings("ArrayRecordComponent")
public record Written(Draft draft, String nativeId, byte[] request, int bodySize) {

    String head() {
        return new String(request, 0, request.length - bodySize, StandardCharsets.US_ASCII);
    }

    byte[] body() {
        return java.util.Arrays.copyOfRange(request, request.length - bodySize, request.length);
    }

    @Override
    public String toString() {
        return "Written[" + nativeId + ", " + request.length + " bytes]";
    }
}
