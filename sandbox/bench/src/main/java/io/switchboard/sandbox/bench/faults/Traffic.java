package io.switchboard.sandbox.bench.faults;

import java.time.Duration;

/**
 * The load of a run, beside its seed.
 *
 * @param duration at least; it goes on until the faults are over
 * @param perSecond deliveries, over all merchants and connectors
 * @param hotMerchant how many times as much the first merchant delivers as any other
 * @param hotThread percentage of all deliveries that belongs to one thread
 * @param poisonEvery every how many deliveries one is signed and malformed; 0 for none
 * @param bothGateways whether the second gateway gets half of it, while it is there
 */
record Traffic(
        int perSecond, Duration duration, int hotMerchant, int hotThread, int poisonEvery, boolean bothGateways) {

    @Override
    public String toString() {
        return "%d/s for %d ms%s%s%s%s"
                .formatted(
                        perSecond,
                        duration.toMillis(),
                        hotMerchant > 1 ? ", one merchant at " + hotMerchant + "x" : "",
                        hotThread > 0 ? ", one thread with " + hotThread + " %" : "",
                        poisonEvery > 0 ? ", poison every " + poisonEvery : "",
                        bothGateways ? ", to both gateways" : "");
    }
}
