package io.switchboard.connector.meta;

import io.switchboard.connector.HttpAnswer;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.payload.Payload;
import java.time.Duration;
import java.util.Optional;

/** What the Graph API answered to one call. */
public sealed interface GraphAnswer {

    /** Done; the answer's JSON. */
    record Success(Payload body) implements GraphAnswer {}

    /**
     * The Graph API itself said no.
     *
     * @param status the HTTP status, which decides less than the code
     * @param retryAfter what the {@code Retry-After} header asks for, if anything
     */
    record Failure(int status, GraphError error, Optional<Duration> retryAfter) implements GraphAnswer {}

    /** Something answered, but not in the Graph API's words: a proxy's page, an empty body, a cut-off one. */
    record Unreadable(int status, Optional<Duration> retryAfter) implements GraphAnswer {}

    /** Longest wait that is believed. */
    Duration LONGEST_WAIT = Duration.ofDays(1);

    static GraphAnswer of(HttpAnswer answer) {
        var retryAfter = retryAfter(answer);
        try {
            var body = Payload.read(answer.body());
            var error = body.get("error");
            if (error.isPresent()) {
                return new Failure(answer.status(), GraphError.read(error.get()), retryAfter);
            }
            return answer.isSuccess() && body.isObject()
                    ? new Success(body)
                    : new Unreadable(answer.status(), retryAfter);
        } catch (MalformedDeliveryException unreadable) {
            return new Unreadable(answer.status(), retryAfter);
        }
    }

    /** Delay in seconds (RFC 9110 §10.2.3); the form with a date is not used by the Graph API. */
    private static Optional<Duration> retryAfter(HttpAnswer answer) {
        return answer.headers()
                .first("Retry-After")
                .filter(value -> value.matches("[0-9]{1,9}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }
}
