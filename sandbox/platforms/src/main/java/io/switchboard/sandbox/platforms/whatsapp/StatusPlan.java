package io.switchboard.sandbox.platforms.whatsapp;

import java.time.Duration;
import java.util.List;

/**
 * The statuses called back for an accepted message. Each step waits its delay after the step before has been delivered or
 * given up, so the webhook sees them in this order; list them in another order to see what that does.
 */
public record StatusPlan(List<Step> steps) {

    /** One status, {@code sent}, {@code delivered}, {@code read}, …, and the delay before it. */
    public record Step(String status, Duration delay) {}

    public StatusPlan {
        steps = List.copyOf(steps);
    }

    /** A phone that is switched on and soon looked at. */
    public static StatusPlan lively() {
        return new StatusPlan(List.of(
                new Step("sent", Duration.ofMillis(100)),
                new Step("delivered", Duration.ofMillis(400)),
                new Step("read", Duration.ofSeconds(2))));
    }

    public static StatusPlan immediate() {
        return new StatusPlan(List.of(
                new Step("sent", Duration.ZERO),
                new Step("delivered", Duration.ZERO),
                new Step("read", Duration.ZERO)));
    }

    public static StatusPlan silent() {
        return new StatusPlan(List.of());
    }

    /** A reaction is reported as sent and never as delivered or read. */
    StatusPlan forType(String messageType) {
        return "reaction".equals(messageType)
                ? new StatusPlan(steps.stream()
                        .filter(step -> step.status().equals("sent"))
                        .toList())
                : this;
    }

    /** Ends in failure instead of the first status. */
    StatusPlan failing() {
        var delay = steps.isEmpty() ? Duration.ZERO : steps.getFirst().delay();
        return new StatusPlan(List.of(new Step("failed", delay)));
    }
}
