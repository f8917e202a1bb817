package io.switchboard.gateway.replies;

import io.switchboard.canonical.BlockedReason;
import io.switchboard.canonical.Failure;
import io.switchboard.canonical.Part;
import io.switchboard.canonical.ReplyCommand;
import io.switchboard.connector.ConnectorDescriptor;
import io.switchboard.connector.Feature;
import io.switchboard.gateway.tickets.Threads;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Whether a reply may go out at all, decided before the platform is asked. */
final class ReplyPolicy {

    private ReplyPolicy() {}

    static Optional<ReplyState.Refused> refusal(
            Reply reply, Threads.View thread, ConnectorDescriptor descriptor, Instant now) {
        return notSupported(reply.command(), descriptor)
                .map(what -> new ReplyState.Refused(
                        new Failure("not_supported", descriptor.displayName() + " cannot send " + what),
                        Optional.empty()))
                .or(() -> blocked(reply.command(), thread, now).map(ReplyPolicy::refused));
    }

    private static Optional<String> notSupported(ReplyCommand command, ConnectorDescriptor descriptor) {
        if (command.reaction().isPresent() && !descriptor.supports(Feature.SEND_REACTION)) {
            return Optional.of("reactions");
        }
        if (command.markRead().isPresent() && !descriptor.supports(Feature.MARK_READ)) {
            return Optional.of("read marks");
        }
        return command.parts().stream()
                .filter(part ->
                        ReplyContent.needed(part).filter(descriptor::supports).isEmpty())
                .map(part -> part.getClass().getSimpleName().toLowerCase(Locale.ROOT) + " parts")
                .findFirst();
    }

    private static Optional<BlockedReason> blocked(ReplyCommand command, Threads.View thread, Instant now) {
        if (command.markRead().isPresent()) {
            return Optional.empty();
        }
        var onlyTemplates =
                !command.parts().isEmpty() && command.parts().stream().allMatch(Part.Template.class::isInstance);
        var blocked = thread.capability().whyNotFreeForm(now);
        var outlivesWindow = onlyTemplates && thread.capability().templates();
        return blocked.filter(reason -> !(reason == BlockedReason.WINDOW_CLOSED && outlivesWindow));
    }

    static ReplyState.Refused refused(BlockedReason reason) {
        var explanation = switch (reason) {
            case WINDOW_CLOSED -> "the time to answer in free words is over; a template can still be sent";
            case OPTED_OUT -> "the customer does not want messages from this account";
            case TOKEN_INVALID -> "the platform no longer accepts this connection; reconnect it";
            case THREAD_OWNED_BY_OTHER_APP -> "another app has taken over this conversation";
            case DELETED -> "what was to be answered has been deleted";
            case BLOCKED_BY_USER -> "the customer blocks this account";
            case BUDGET_EXHAUSTED -> "the budget for automatic replies to this customer is used up for today";
            case LOOP_SUSPECTED -> "a machine wrote last; an automatic reply would start a loop";
            case NOT_SUPPORTED -> "this conversation cannot be answered";
        };
        return new ReplyState.Refused(
                new Failure(reason.name().toLowerCase(Locale.ROOT), explanation), Optional.of(reason));
    }
}
