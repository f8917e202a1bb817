package io.switchboard.sandbox.bench.rates;

import io.switchboard.sandbox.bench.report.Report;
import java.io.IOException;
import java.nio.file.Path;

/** An experiment. */
public interface Scenario {

    /**
     * @param folder for data, new
     * @throws IllegalStateException when what is measured does not do its job: then there is nothing to measure
     */
    void run(RateSettings settings, Report report, Path folder) throws IOException;
}
