package io.switchboard.sandbox.bench.load;

import java.util.Map;

/**
 * Who delivers what. Everything not said otherwise is drawn evenly, from the seed.
 *
 * @param weights how many of each kind, relative to each other
 * @param merchants numbered from 0
 * @param threads of each merchant and kind
 * @param hotMerchant how many times as much merchant 0 delivers as any other; 1 for as much
 * @param hotThread percentage of all deliveries that belongs to thread 0 of the last merchant
 * @param poisonEvery every how many deliveries one is signed and malformed; 0 for none
 * @param inOrder whether the next delivery of a thread waits until the former one was acknowledged
 */
public record Mix(
        Map<Kind, Integer> weights,
        int merchants,
        int threads,
        int hotMerchant,
        int hotThread,
        int poisonEvery,
        boolean inOrder,
        long seed) {

    public Mix {
        weights = Map.copyOf(weights);
        if (weights.isEmpty() || weights.values().stream().anyMatch(weight -> weight < 1)) {
            throw new IllegalArgumentException("weights are at least 1, and there is at least one");
        }
        if (merchants < 1 || threads < 1 || hotMerchant < 1 || poisonEvery < 0) {
            throw new IllegalArgumentException(
                    "a mix has merchants, threads and a hot merchant that is at least as busy as others");
        }
        if (hotThread < 0 || hotThread > 100) {
            throw new IllegalArgumentException("the hot thread's share is a percentage, not " + hotThread);
        }
    }

    /** One kind, evenly. */
    public static Mix of(Kind kind, int merchants, int threads, long seed) {
        return of(Map.of(kind, 1), merchants, threads, seed);
    }

    public static Mix of(Map<Kind, Integer> weights, int merchants, int threads, long seed) {
        return new Mix(weights, merchants, threads, 1, 0, 0, false, seed);
    }

    public Mix withHotMerchant(int times) {
        return new Mix(weights, merchants, threads, times, hotThread, poisonEvery, inOrder, seed);
    }

    public Mix withHotThread(int percent) {
        return new Mix(weights, merchants, threads, hotMerchant, percent, poisonEvery, inOrder, seed);
    }

    public Mix withPoisonEvery(int deliveries) {
        return new Mix(weights, merchants, threads, hotMerchant, hotThread, deliveries, inOrder, seed);
    }

    /** As a platform that keeps a conversation's order. */
    public Mix keepingOrder() {
        return new Mix(weights, merchants, threads, hotMerchant, hotThread, poisonEvery, true, seed);
    }

    public Mix withSeed(long another) {
        return new Mix(weights, merchants, threads, hotMerchant, hotThread, poisonEvery, inOrder, another);
    }
}
