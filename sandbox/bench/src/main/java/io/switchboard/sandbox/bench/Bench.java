package io.switchboard.sandbox.bench;

import io.switchboard.sandbox.bench.faults.Faults;
import io.switchboard.sandbox.bench.rates.RateSettings;
import io.switchboard.sandbox.bench.rates.Rates;
import java.io.IOException;
import java.time.Clock;

/** Main class of rates and faults; {@code sandbox/bench/README.md} has the commands. */
public final class Bench {

    private Bench() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        if (arguments.length > 0 && Faults.names().contains(arguments[0])) {
            Faults.main(arguments);
        }
        if (arguments.length == 0) {
            System.err.println("usage: <scenario> [--name=value …] [-- <the gateway's arguments>]; scenarios: "
                    + Rates.names() + " and " + Faults.names());
            System.exit(2);
        }
        Rates.run(RateSettings.of(arguments), Clock.systemUTC(), System.out);
    }
}
