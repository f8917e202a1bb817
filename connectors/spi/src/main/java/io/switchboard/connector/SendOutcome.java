package io.switchboard.connector;

import io.switchboard.canonical.BlockedReason;
import io.switchboard.canonical.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What became of one attempt to send. */
public sealed interface SendOutcome {

    /**
     * The platform took it.
     *
     * @param nativeIds the platform's ids, several when it split the message
     * @param aliases what else answers and receipts may call it: the Message-ID a mail server puts in the place of ours
     */
    record Accepted(List<String> nativeIds, List<String> aliases) implements SendOutcome {
        public Accepted {
            nativeIds = List.copyOf(nativeIds);
            aliases = List.copyOf(aliases);
        }

        public Accepted(List<String> nativeIds) {
            this(nativeIds, List.of());
        }
    }

    /**
     * The platform said no, for good.
     *
     * @param blocks what this says about further replies: to this customer, or, with {@link BlockedReason#TOKEN_INVALID}, on this
     *     connection
     */
    record Refused(Failure reason, Optional<BlockedReason> blocks) implements SendOutcome {}

    /** Certainly not sent; worth another attempt later. */
    record Deferred(Duration retryAfter, Failure reason) implements SendOutcome {}

    /** The platform may or may not have it. Only one that honours our idempotency key may be asked again. */
    record Unconfirmed(String cause) implements SendOutcome {}

    static SendOutcome refused(String code, String explanation) {
        return new Refused(new Failure(code, explanation), Optional.empty());
    }
}
