package io.switchboard.connector;

import io.switchboard.canonical.CommerceChange;

/** An order as it is now, in the shape of a timeline entry. */
public record OrderView(CommerceChange order) {}
