/**
 * The append-only log of deliveries: Kafka topics {@code deliveries.<connector>}, key = connection.
 *
 * <p>What is in the journal is acknowledged and replayable. Reports of our own doing (a reply's outcome, a fetched file) are
 * appended there too, so that every thread has exactly one writer and one order. Bodies above the claim-check size wait in the
 * blob store; their record carries digest and size.
 */
@NullMarked
package io.switchboard.gateway.journal;

import org.jspecify.annotations.NullMarked;
