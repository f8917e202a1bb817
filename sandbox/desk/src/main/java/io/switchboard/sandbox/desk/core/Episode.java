package io.switchboard.sandbox.desk.core;

import io.switchboard.sandbox.desk.contract.Ticket;
import java.time.Instant;

/** The thread's current ticket and whether it is closed. */
public record Episode(Ticket ticket, boolean closed, Instant since) {}
