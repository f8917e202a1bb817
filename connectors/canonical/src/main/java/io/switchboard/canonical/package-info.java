/**
 * What flows: the canonical data model of Switchboard, on the JDK alone.
 *
 * <p>A connector turns a platform's bytes into {@link io.switchboard.canonical.InboundEvent}s; the gateway resolves
 * threads, tickets and customers and publishes {@link io.switchboard.canonical.TicketEvent}s. Nothing here knows a
 * platform, a table, a socket or a clock: every identifier is derived from what the platform said, so that a replay of the
 * journal yields the same identifiers.
 */
@NullMarked
package io.switchboard.canonical;

import org.jspecify.annotations.NullMarked;
