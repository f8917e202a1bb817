package io.switchboard.sandbox.desk.page;

import io.switchboard.sandbox.desk.contract.Capability;
import io.switchboard.sandbox.desk.core.Conversation;
import java.util.Optional;

/**
 * Whether a reply can go out now, until when, and what to do when it cannot.
 *
 * @param known whether anything is known about it; a shop's record takes no replies and says nothing
 * @param headline one short sentence
 * @param advice what to do, or what will be the case later; may be empty
 * @param deadline until when it is open, where there is an end
 */
record CapabilityView(boolean known, boolean open, String headline, String advice, Optional<Stamp> deadline) {

    static CapabilityView of(Conversation thread, Times times) {
        return thread.capability()
                .map(capability -> of(capability, times))
                .orElseGet(() -> thread.isCommerce()
                        ? new CapabilityView(false, false, "", "", Optional.empty())
                        : blocked(
                                "Nobody has said yet whether a reply is possible.",
                                "It becomes known with the customer's next message."));
    }

    private static CapabilityView of(Capability capability, Times times) {
        return capability
                .whyNotFreeForm(times.now())
                .map(reason -> closed(reason, capability, times))
                .orElseGet(() -> open(capability, times));
    }

    private static CapabilityView open(Capability capability, Times times) {
        var audience = capability.publicReply() ? "Everybody can read the reply." : "";
        return capability
                .freeFormUntil()
                .map(times::moment)
                .map(until -> new CapabilityView(
                        true,
                        true,
                        "Reply open until " + until.shown() + ", then "
                                + (capability.templates() ? "templates only" : "not before the customer writes again")
                                + ".",
                        audience,
                        Optional.of(until)))
                .orElseGet(() -> new CapabilityView(true, true, "Reply at any time.", audience, Optional.empty()));
    }

    private static CapabilityView closed(String reason, Capability capability, Times times) {
        return switch (reason) {
            case "window_closed" -> {
                var since = capability
                        .freeFormUntil()
                        .map(until ->
                                "The time to reply ended " + times.moment(until).shown() + ".")
                        .orElse("Free words cannot be sent here.");
                yield blocked(
                        since,
                        capability.templates()
                                ? "Send an approved template, or wait until the customer writes again."
                                : "Wait until the customer writes again.");
            }
            case "opted_out" ->
                blocked("The customer does not want messages.", "Write only after the customer has agreed again.");
            case "token_invalid" ->
                blocked("The connection has lost its access.", "Connect the channel again, then reply.");
            case "thread_owned_by_other_app" ->
                blocked("Another app holds this conversation.", "Take it over there, or reply there.");
            case "deleted" -> blocked("What the reply would answer was deleted.", "Close the ticket.");
            case "blocked_by_user" ->
                blocked("The customer has blocked this account.", "Use another channel the customer has given.");
            case "budget_exhausted" ->
                blocked("The sending budget is used up.", "Raise it, or wait for the next period.");
            case "not_supported" -> blocked("This channel takes no replies.", "Use another channel.");
            default -> blocked("No reply is possible: " + Look.inWords(reason) + ".", "");
        };
    }

    private static CapabilityView blocked(String headline, String advice) {
        return new CapabilityView(true, false, headline, advice, Optional.empty());
    }
}
