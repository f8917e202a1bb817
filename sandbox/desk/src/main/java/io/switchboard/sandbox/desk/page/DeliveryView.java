package io.switchboard.sandbox.desk.page;

import io.switchboard.sandbox.desk.contract.Failure;
import io.switchboard.sandbox.desk.core.DeliveryHistory;
import io.switchboard.sandbox.desk.core.DeliveryState;
import io.switchboard.sandbox.desk.core.DeliveryStep;
import java.util.List;
import java.util.Optional;

/**
 * How far an answer got.
 *
 * @param label one word
 * @param explanation what an agent must know beyond the word; empty where the word says it all
 * @param steps all that was said, oldest first
 */
record DeliveryView(
        String label, String icon, String tone, String explanation, Optional<Stamp> since, List<Step> steps) {

    /** One line of the timeline. */
    record Step(String label, Stamp at, String note) {}

    static Optional<DeliveryView> of(DeliveryHistory history, Times times) {
        return history.current().map(current -> of(current, history, times));
    }

    /** All steps in one text, for a tooltip. */
    public String timeline() {
        return String.join(
                "\n",
                steps.stream()
                        .map(step -> step.at().shown() + "  " + step.label()
                                + (step.note().isEmpty() ? "" : ": " + step.note()))
                        .toList());
    }

    private static DeliveryView of(DeliveryStep current, DeliveryHistory history, Times times) {
        var state = current.state().orElse(DeliveryState.QUEUED);
        return new DeliveryView(
                label(state),
                icon(state),
                tone(state),
                explanation(state, current, times),
                Optional.of(times.clockTime(current.at())),
                history.steps().stream().map(step -> step(step, times)).toList());
    }

    private static Step step(DeliveryStep step, Times times) {
        var label = step.state().map(DeliveryView::label).orElse(Look.inWords(step.word()));
        var attempt = step.attempt() > 1 ? label + ", attempt " + step.attempt() : label;
        return new Step(attempt, times.clockTime(step.at()), why(step));
    }

    private static String label(DeliveryState state) {
        return switch (state) {
            case QUEUED -> "queued";
            case DEFERRED -> "waiting";
            case UNCONFIRMED -> "not confirmed";
            case REFUSED -> "refused";
            case ACCEPTED -> "accepted";
            case SENT -> "sent";
            case FAILED -> "failed";
            case DELIVERED -> "delivered";
            case READ -> "read";
            case PLAYED -> "played";
        };
    }

    private static String icon(DeliveryState state) {
        return switch (state) {
            case QUEUED, DEFERRED -> "clock";
            case UNCONFIRMED -> "question";
            case REFUSED, FAILED -> "alert";
            case ACCEPTED, SENT -> "check";
            case DELIVERED, READ, PLAYED -> "checks";
        };
    }

    private static String tone(DeliveryState state) {
        return switch (state) {
            case QUEUED, ACCEPTED, SENT, DELIVERED -> "";
            case DEFERRED, UNCONFIRMED -> "warn";
            case REFUSED, FAILED -> "bad";
            case READ, PLAYED -> "good";
        };
    }

    private static String explanation(DeliveryState state, DeliveryStep step, Times times) {
        return switch (state) {
            case DEFERRED -> {
                var again = step.again()
                        .map(at ->
                                "Not sent yet, tried again " + times.moment(at).shown())
                        .orElse("Not sent yet, tried again by itself");
                yield sentence(again, step);
            }
            case UNCONFIRMED -> sentence("The platform may or may not have it. It is not sent again by itself", step);
            case REFUSED -> sentence("Not sent", step);
            case FAILED -> sentence("The platform could not deliver it", step);
            case QUEUED, ACCEPTED, SENT, DELIVERED, READ, PLAYED -> "";
        };
    }

    private static String sentence(String words, DeliveryStep step) {
        var why = why(step);
        return why.isEmpty() ? words + "." : words + ". " + why;
    }

    private static String why(DeliveryStep step) {
        return step.reason().map(DeliveryView::inWords).orElse("");
    }

    /** {@code The server is busy (451).} */
    private static String inWords(Failure reason) {
        var words = reason.explanation().strip();
        var bare = words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
        return reason.code().isEmpty() ? words : bare + " (" + reason.code() + ").";
    }
}
