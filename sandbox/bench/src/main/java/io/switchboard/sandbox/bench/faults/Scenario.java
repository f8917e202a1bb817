package io.switchboard.sandbox.bench.faults;

import java.util.Locale;

/** What can be played. */
enum Scenario {
    /** Runs with consecutive seeds. */
    CAMPAIGN;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
