package io.switchboard.gateway.intake;

import java.util.Map;

/** Why a delivery was not taken, as problem details (RFC 9457). Says nothing that would help to forge one. */
record Problem(int status, String title, String detail, Map<String, String> headers) {

    static final Problem BAD_REQUEST = problem(400, "Bad Request", "This is no HTTP/1.1 request.");
    static final Problem UNAUTHORIZED =
            problem(401, "Unauthorized", "The delivery is not signed by the platform with this connection's secret.");
    static final Problem NOT_FOUND =
            problem(404, "Not Found", "There is no such connection. Hooks are at /hooks/{connector}/{connection}.");
    static final Problem METHOD_NOT_ALLOWED =
            new Problem(405, "Method Not Allowed", "Deliveries are sent by POST.", Map.of("Allow", "POST"));
    static final Problem TIMEOUT = problem(408, "Request Timeout", "The request did not arrive in time.");
    static final Problem URI_TOO_LONG = problem(414, "URI Too Long", "The address has at most 4096 characters.");
    static final Problem FIELDS_TOO_LARGE =
            problem(431, "Request Header Fields Too Large", "The header fields have at most 16384 characters.");
    static final Problem BUSY = new Problem(
            503,
            "Service Unavailable",
            "Too many deliveries are on their way. This one was not accepted. Send it again.",
            Map.of("Retry-After", "1"));
    static final Problem UNAVAILABLE = new Problem(
            503,
            "Service Unavailable",
            "The delivery could not be stored and was not accepted. Send it again.",
            Map.of("Retry-After", "30"));

    static Problem tooLarge(int limit) {
        return problem(413, "Content Too Large", "A delivery of this connector has at most " + limit + " bytes.");
    }

    String json() {
        return "{\"type\":\"about:blank\",\"title\":\"" + title + "\",\"status\":" + status + ",\"detail\":\"" + detail
                + "\"}";
    }

    private static Problem problem(int status, String title, String detail) {
        return new Problem(status, title, detail, Map.of());
    }
}
