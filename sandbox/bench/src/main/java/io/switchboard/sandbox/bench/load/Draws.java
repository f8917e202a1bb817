package io.switchboard.sandbox.bench.load;

import io.switchboard.sandbox.bench.Merchant;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Draws one delivery after the other from a mix. */
final class Draws {

    private final Mix mix;
    private final Writer writer;
    private final SplittableRandom random;
    private final Merchant[] merchants;
    private final Kind[] kinds;
    private int untilPoison;

    Draws(Mix mix, Writer writer) {
        this.mix = mix;
        this.writer = writer;
        this.random = new SplittableRandom(mix.seed());
        this.merchants =
                IntStream.range(0, mix.merchants()).mapToObj(Merchant::new).toArray(Merchant[]::new);
        this.kinds = mix.weights().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .flatMap(of -> IntStream.range(0, of.getValue()).mapToObj(i -> of.getKey()))
                .toArray(Kind[]::new);
        this.untilPoison = mix.poisonEvery();
    }

    Draft next(long atMillis) {
        var kind = kinds[random.nextInt(kinds.length)];
        var hotThread = mix.hotThread() > 0 && random.nextInt(100) < mix.hotThread();
        var merchant = hotThread ? merchants[merchants.length - 1] : merchants[merchant()];
        var thread = hotThread ? 0 : random.nextInt(mix.threads());
        if (mix.poisonEvery() > 0 && --untilPoison == 0) {
            untilPoison = mix.poisonEvery();
            return writer.nextPoison(kind, merchant, thread, atMillis);
        }
        return writer.next(kind, merchant, thread, atMillis);
    }

    private int merchant() {
        return Math.max(0, random.nextInt(merchants.length - 1 + mix.hotMerchant()) - mix.hotMerchant() + 1);
    }
}
