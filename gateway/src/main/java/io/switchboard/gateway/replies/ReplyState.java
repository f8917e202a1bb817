package io.switchboard.gateway.replies;

import io.switchboard.canonical.BlockedReason;
import io.switchboard.canonical.Failure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where a reply stands after an attempt. */
sealed interface ReplyState {

    /** The platform took all of it. */
    record Sent() implements ReplyState {}

    /** For good. */
    record Refused(Failure reason, Optional<BlockedReason> blocks) implements ReplyState {}

    /** Certainly not sent; tried again then. */
    record Deferred(Instant until, Failure reason) implements ReplyState {}

    /** The platform may or may not have it; not tried again. */
    record Unconfirmed(String cause) implements ReplyState {}

    /** Not even tried: the connection is at its rate. Costs no attempt. */
    record Postponed(Instant until) implements ReplyState {}

    /**
     * @param nativeIds all pieces taken so far
     * @param aliases what else they are called by those who carry them
     */
    record After(ReplyState state, List<String> nativeIds, List<String> aliases) {

        public After {
            nativeIds = List.copyOf(nativeIds);
            aliases = List.copyOf(aliases);
        }

        /** Nothing was sent this time. */
        static After still(ReplyState state, Reply reply) {
            return new After(state, reply.nativeIds(), reply.aliases());
        }
    }
}
