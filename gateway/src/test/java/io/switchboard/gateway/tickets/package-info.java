/** Tickets, threads and customers. */
@NullMarked
package io.switchboard.gateway.tickets;

import org.jspecify.annotations.NullMarked;
