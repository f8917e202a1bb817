package io.switchboard.sandbox.desk.contract;

import java.time.Instant;

/**
 * A record that is not what the contract says. It is shown, so that nobody has to guess why something is missing.
 *
 * @param place topic, partition and offset
 * @param reason what was expected, without content
 */
public record UnreadableRecord(String threadId, String place, Instant at, String reason) implements TicketsRecord {}
