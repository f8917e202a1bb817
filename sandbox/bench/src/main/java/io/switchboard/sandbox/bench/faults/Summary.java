package io.switchboard.sandbox.bench.faults;

/** The runs of a campaign, added up. */
final class Summary {

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

    void add(Outcome outcome) {
        var verdict = outcome.verdict();
        runs++;
        faults += outcome.plan().strikes().size();
        violated += outcome.clean() ? 0 : 1;
        sent += verdict.sent();
        acknowledged += verdict.acknowledged();
        lost += verdict.lost().size();
        doubled += verdict.doubled().size();
        reordered += verdict.reordered().size();
        crossTenant += verdict.crossTenant().size();
        unasked += verdict.unasked().size();
    }

    boolean clean() {
        return violated == 0;
    }

    @Override
    public String toString() {
        return "%d runs, %d faults, %d deliveries, %d acknowledged: lost %d / doubled %d / reordered %d / cross-tenant %d / unasked %d; %d runs violated"
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
                        violated);
    }
}
