package io.switchboard.sandbox.bench.faults;

import io.switchboard.sandbox.bench.history.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;

/**
 * What a run came to.
 *
 * @param recovery from when load and faults were over and all was healed until whatever was acknowledged was there
 * @param trouble what went wrong with the faults themselves, such as a process that did not end when asked; not a violation
 */
record Outcome(FaultPlan plan, Verdict verdict, Duration recovery, List<String> trouble) {

    boolean clean() {
        return verdict.clean();
    }

    /** On one line. */
    @Override
    public String toString() {
        return "seed %d: %s%s; %s | sent %d in %d attempts, acknowledged %d, failed %s, letters %d | %s %s | recovered in %d ms%s"
                .formatted(
                        plan.seed(),
                        plan.pair() ? "pair, " : "",
                        plan.strikes(),
                        plan.traffic(),
                        verdict.sent(),
                        verdict.attempts(),
                        verdict.acknowledged(),
                        new TreeMap<>(verdict.failures()),
                        verdict.letters(),
                        clean() ? "clean" : "VIOLATED",
                        verdict.counts(),
                        recovery.toMillis(),
                        trouble.isEmpty() ? "" : " | trouble: " + trouble);
    }
}
