/**
 * From what happened to what the helpdesk core reads: claims, threads, tickets, customers, sequence numbers, events.
 *
 * <p>One PostgreSQL transaction per batch with set-based statements; the same batch again yields the same events.
 */
@NullMarked
package io.switchboard.gateway.tickets;

import org.jspecify.annotations.NullMarked;
