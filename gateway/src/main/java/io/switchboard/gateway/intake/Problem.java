package io.switchboard.gateway.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Why a delivery was not taken, as problem details (RFC 9457). Says nothing that would help to forge one. */
record Problem(int status, String title, String detail) {

    static final Problem UNAUTHORIZED = new Problem(
            401, "Unauthorized", "The delivery is not signed by the platform with this connection's secret.");
    static final Problem NOT_FOUND =
            new Problem(404, "Not Found", "There is no such connection. Hooks are at /hooks/{connector}/{connection}.");
    static final Problem METHOD_NOT_ALLOWED = new Problem(405, "Method Not Allowed", "Deliveries are sent by POST.");
    static final Problem UNAVAILABLE = new Problem(
            503, "Service Unavailable", "The delivery could not be stored and was not accepted. Send it again.");

    static Problem tooLarge(int limit) {
        return new Problem(413, "Content Too Large", "A delivery of this connector has at most " + limit + " bytes.");
    }

    void write(HttpServletResponse response) throws IOException {
        var json = "{\"type\":\"about:blank\",\"title\":\"" + title + "\",\"status\":" + status + ",\"detail\":\""
                + detail + "\"}";
        var body = json.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
