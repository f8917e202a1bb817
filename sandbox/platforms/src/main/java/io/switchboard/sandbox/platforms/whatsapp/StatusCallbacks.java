package io.switchboard.sandbox.platforms.whatsapp;

import io.switchboard.sandbox.platforms.wire.Redelivery;
import java.time.Clock;
import java.util.OptionalInt;

/** Calls the statuses of an accepted message back, one after the other, each until the webhook answers 200. */
final class StatusCallbacks {

    private final StatusPlan plan;
    private final Statuses statuses;
    private final SignedHook hook;
    private final Redelivery redelivery;
    private final Clock clock;

    StatusCallbacks(StatusPlan plan, Statuses statuses, SignedHook hook, Redelivery redelivery, Clock clock) {
        this.plan = plan;
        this.statuses = statuses;
        this.hook = hook;
        this.redelivery = redelivery;
        this.clock = clock;
    }

    void begin(SentMessage message, OptionalInt failsLater) {
        var steps = failsLater.isPresent() ? plan.failing() : plan.forType(message.type());
        callBack(message, steps, 0, failsLater, statuses.conversation());
    }

    private void callBack(SentMessage message, StatusPlan steps, int index, OptionalInt failure, String conversation) {
        if (index == steps.steps().size()) {
            return;
        }
        var step = steps.steps().get(index);
        var payload =
                statuses.payload(message, step.status(), clock.instant().plus(step.delay()), failure, conversation);
        var _ = redelivery.start(
                message.wamid() + " " + step.status(),
                hook.signed(payload),
                step.delay(),
                () -> callBack(message, steps, index + 1, failure, conversation));
    }
}
