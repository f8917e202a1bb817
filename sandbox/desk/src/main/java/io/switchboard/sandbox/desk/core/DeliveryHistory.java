package io.switchboard.sandbox.desk.core;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was said about a message of ours, in the order in which it was heard, each thing once. */
public record DeliveryHistory(List<DeliveryStep> steps) {

    static final DeliveryHistory EMPTY = new DeliveryHistory(List.of());

    public DeliveryHistory {
        steps = List.copyOf(steps);
    }

    DeliveryHistory with(DeliveryStep step) {
        return steps.stream().anyMatch(step::repeats)
                ? this
                : new DeliveryHistory(
                        Stream.concat(steps.stream(), Stream.of(step)).toList());
    }

    DeliveryHistory with(DeliveryHistory later) {
        var both = this;
        for (var step : later.steps) {
            both = both.with(step);
        }
        return both;
    }

    /**
     * The step that stands. Receipts come in any order, so the furthest wins; without one it is the outcome of the latest
     * attempt.
     */
    public Optional<DeliveryStep> current() {
        var furthestReceipt = steps.stream()
                .filter(step -> step.state().filter(DeliveryState::isReceipt).isPresent())
                .max(Comparator.comparing(step -> step.state().orElse(DeliveryState.QUEUED)));
        return furthestReceipt.or(this::latestOutcome);
    }

    private Optional<DeliveryStep> latestOutcome() {
        return steps.stream()
                .filter(step -> step.state().isPresent())
                .reduce((earlier, later) -> later.attempt() >= earlier.attempt() ? later : earlier);
    }
}
