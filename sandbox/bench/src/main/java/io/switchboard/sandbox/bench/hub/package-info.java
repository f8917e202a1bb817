/**
 * The hub as the bench sees it: Kafka, PostgreSQL and gateways, each a process of its own that can be measured, stopped, suspended and
 * killed, all on loopback, with their data and logs below one folder.
 *
 * <p>Ports are chosen once per hub: what is started again listens where it did. Nothing outlives the bench: an ordinary end kills the
 * processes from a shutdown hook, and where the bench itself is killed, {@link io.switchboard.sandbox.bench.hub.LastWill} does.
 */
@NullMarked
package io.switchboard.sandbox.bench.hub;

import org.jspecify.annotations.NullMarked;
