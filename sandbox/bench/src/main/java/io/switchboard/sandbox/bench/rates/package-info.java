/**
 * The rates: how fast the gateway is beside the floor, on the same machine, the same broker and in the same run.
 *
 * <p>Whoever measures shares the processors with what is measured, so only ratios within one run count. What is compared takes turns, round by
 * round; each is warmed up before; the figure is the median of the rounds, and every step of every round is in the report.
 *
 * <p>{@link io.switchboard.sandbox.bench.rates.Stage} is what is measured, {@link io.switchboard.sandbox.bench.rates.Runner} runs one step of it,
 * {@link io.switchboard.sandbox.bench.rates.Knee} looks for the highest rate that holds, and each scenario is a class that reads like the
 * experiment it is.
 */
@NullMarked
package io.switchboard.sandbox.bench.rates;

import org.jspecify.annotations.NullMarked;
