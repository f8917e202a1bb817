package io.switchboard.sandbox.bench.history;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a history comes to. Each violation is a sentence.
 *
 * @param sent deliveries, each counted once
 * @param attempts to send them
 * @param acknowledged deliveries that got a 2xx at least once
 * @param failures attempts that got anything else, by what it was
 * @param events seen on {@code tickets}
 * @param letters seen in {@code deliveries.invalid} and {@code deliveries.dead}
 */
public record Verdict(
        int sent,
        long attempts,
        int acknowledged,
        Map<String, Long> failures,
        long events,
        long letters,
        List<String> lost,
        List<String> doubled,
        List<String> reordered,
        List<String> crossTenant,
        List<String> unasked) {

    public Verdict {
        failures = Map.copyOf(failures);
        lost = List.copyOf(lost);
        doubled = List.copyOf(doubled);
        reordered = List.copyOf(reordered);
        crossTenant = List.copyOf(crossTenant);
        unasked = List.copyOf(unasked);
    }

    public boolean clean() {
        return violations() == 0;
    }

    public int violations() {
        return lost.size() + doubled.size() + reordered.size() + crossTenant.size() + unasked.size();
    }

    /** Every violation, the kinds one after the other. */
    public Stream<String> all() {
        return Stream.of(
                        told("lost", lost),
                        told("doubled", doubled),
                        told("reordered", reordered),
                        told("cross-tenant", crossTenant),
                        told("unasked", unasked))
                .flatMap(Function.identity());
    }

    private static Stream<String> told(String kind, List<String> violations) {
        return violations.stream().map(violation -> kind + ": " + violation);
    }

    /** On one line. */
    public String counts() {
        return "lost=%d doubled=%d reordered=%d cross-tenant=%d unasked=%d"
                .formatted(lost.size(), doubled.size(), reordered.size(), crossTenant.size(), unasked.size());
    }
}
