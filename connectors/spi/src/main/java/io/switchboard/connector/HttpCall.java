package io.switchboard.connector;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * One request.
 *
 * @param timeout for the whole exchange
 * @param answerLimit the most bytes of the answer's body that are read
 */
public record HttpCall(
        String method, URI uri, Map<String, String> headers, Body body, Duration timeout, int answerLimit) {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final int ANSWER_LIMIT = 1 << 20;

    public HttpCall {
        headers = Map.copyOf(headers);
    }

    public static HttpCall get(URI uri, Map<String, String> headers) {
        return new HttpCall("GET", uri, headers, Body.EMPTY, TIMEOUT, ANSWER_LIMIT);
    }

    public static HttpCall post(URI uri, Map<String, String> headers, Body body) {
        return new HttpCall("POST", uri, headers, body, TIMEOUT, ANSWER_LIMIT);
    }

    public HttpCall withAnswerLimit(int bytes) {
        return new HttpCall(method, uri, headers, body, timeout, bytes);
    }

    @Override
    public String toString() {
        return "HttpCall[" + method + " " + uri.getHost() + "]";
    }
}
