/**
 * The two servers Switchboard stands on, real ones: a Kafka broker (KRaft) in this JVM and a PostgreSQL beside it.
 *
 * <p>What the flow promises (nothing acknowledged is lost, nothing is published twice) is made of transactions,
 * {@code fsync} and recovery, so neither the sandbox nor a test may stand on an imitation of them. Both servers keep their
 * files under one folder, listen on loopback only and survive {@code kill -9} of the JVM that started them.
 *
 * <p>{@link io.switchboard.sandbox.infrastructure.KafkaBroker} and
 * {@link io.switchboard.sandbox.infrastructure.PostgresServer} each start one server;
 * {@link io.switchboard.sandbox.infrastructure.TestInfrastructure} shares one of each among the tests of a JVM. A start
 * that the machine does not permit (port taken, folder in use) ends in a
 * {@link io.switchboard.sandbox.infrastructure.StartRefusedException} that says what to do.
 */
@NullMarked
package io.switchboard.sandbox.infrastructure;

import org.jspecify.annotations.NullMarked;
