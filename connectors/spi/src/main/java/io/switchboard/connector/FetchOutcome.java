package io.switchboard.connector;

import java.time.Duration;
import java.util.Optional;

/** What became of one attempt to fetch a file. */
public sealed interface FetchOutcome {

    record Fetched(Body content, Optional<String> contentType) implements FetchOutcome {}

    /** It will never be there again. */
    record Gone(String reason) implements FetchOutcome {}

    /** It is there and we may not or will not have it: too large, forbidden, altered on the way. */
    record Rejected(String reason) implements FetchOutcome {}

    /** Not now. */
    record NotYet(Duration retryAfter, String reason) implements FetchOutcome {}
}
