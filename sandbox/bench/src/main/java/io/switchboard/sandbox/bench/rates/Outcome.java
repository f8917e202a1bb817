package io.switchboard.sandbox.bench.rates;

import io.switchboard.sandbox.bench.load.Result;
import io.switchboard.sandbox.bench.load.TicketsReader.Arrivals;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * One rate, held for a while.
 *
 * @param cpu microseconds for each acknowledged delivery, by process
 * @param arrivals on {@code tickets} meanwhile, when somebody read there
 */
record Outcome(double rate, Result result, Map<String, Double> cpu, Optional<Arrivals> arrivals) {

    double cpu(String process) {
        return cpu.getOrDefault(process, 0.0);
    }

    /** In milliseconds, of all deliveries. */
    double acknowledgedWithin(double percentile) {
        return millis(result.latency(), percentile);
    }

    static double millis(Histogram micros, double percentile) {
        return micros.getValueAtPercentile(percentile) / 1e3;
    }

    /** For the report. */
    Map<String, Object> written() {
        var written = new LinkedHashMap<String, Object>();
        written.put("rate", rate);
        written.put("ackP50", millis(result.latency(), 50));
        written.put("ackP99", millis(result.latency(), 99));
        written.put("complete", result.complete());
        arrivals.ifPresent(seen -> written.put("ticketsP99", millis(seen.all(), 99)));
        written.put("scheduled", result.scheduled());
        written.put("acknowledged", result.acknowledged());
        written.put("failed", result.failed());
        written.put("unsent", result.unsent());
        written.put("retried", result.retried());
        written.put("failures", result.failures());
        written.put("perSecond", result.perSecond());
        put(written, "ack", result.latency());
        written.put("delayP99", millis(result.delay(), 99));
        written.put("generatorMicros", result.cpuMicros());
        cpu.forEach((process, micros) -> written.put(process + "Micros", micros));
        arrivals.ifPresent(seen -> put(written, "tickets", seen.all()));
        return written;
    }

    static void put(Map<String, Object> into, String name, Histogram micros) {
        into.put(name + "P50", millis(micros, 50));
        into.put(name + "P90", millis(micros, 90));
        into.put(name + "P99", millis(micros, 99));
        into.put(name + "P999", millis(micros, 99.9));
        into.put(name + "Max", millis(micros, 100));
    }
}
