package io.switchboard.sandbox.bench.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The runs of a campaign, added up. */
final class Summary {

    private static final int SHOWN = 10;

    private int runs;
    private int faults;
    private int violated;
    private long sent;
    private long acknowledged;
    private long lost;
    private long doubled;
    private long reordered;
    private long crossTenant;
    private long unasked;
    private final Map<String, Long> failures = new TreeMap<>();

    private final List<String> violations = new ArrayList<>();

    void add(Outcome outcome) {
        var verdict = outcome.verdict();
        runs++;
        faults += outcome.plan().strikes().size();
        violated += outcome.clean() ? 0 : 1;
        verdict.all()
                .limit(SHOWN)
                .forEach(told ->
                        violations.add("seed %d: %s".formatted(outcome.plan().seed(), told)));
        sent += verdict.sent();
        acknowledged += verdict.acknowledged();
        lost += verdict.lost().size();
        doubled += verdict.doubled().size();
        reordered += verdict.reordered().size();
        crossTenant += verdict.crossTenant().size();
        unasked += verdict.unasked().size();
        verdict.failures().forEach((why, count) -> failures.merge(why, count, Long::sum));
    }

    boolean clean() {
        return violated == 0;
    }

    /** Of each run the first ones. */
    List<String> violations() {
        return List.copyOf(violations);
    }

    @Override
    public String toString() {
        return "%d runs, %d faults, %d deliveries, %d acknowledged: lost %d / doubled %d / reordered %d / cross-tenant %d / unasked %d; %d runs violated; failed attempts %s"
                .formatted(
                        runs,
                        faults,
                        sent,
                        acknowledged,
                        lost,
                        doubled,
                        reordered,
                        crossTenant,
                        unasked,
                        violated,
                        failures);
    }
}
