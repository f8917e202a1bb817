/**
 * Faults while deliveries are under way, and the truth afterwards.
 *
 * <p>A {@link io.switchboard.sandbox.bench.faults.FaultPlan} follows from its seed alone: the load, one or two faults and their moments.
 * {@link io.switchboard.sandbox.bench.faults.FaultRun} carries it out on a living hub, heals everything, waits until whatever was acknowledged is on
 * {@code tickets} and asks the history. {@link io.switchboard.sandbox.bench.faults.FaultCampaign} makes many such runs. Scenarios that take minutes or
 * need a machine prepared for them are {@link io.switchboard.sandbox.bench.faults.Scenario}s of their own.
 *
 * <p>No run fails on a time: slow is a figure, lost is a failure. The one exception is the bound after which something that is not there
 * counts as lost.
 */
@NullMarked
package io.switchboard.sandbox.bench.faults;

import org.jspecify.annotations.NullMarked;
