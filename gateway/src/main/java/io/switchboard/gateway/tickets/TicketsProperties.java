package io.switchboard.gateway.tickets;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param reopenWindow how long after a ticket was closed a new message of the customer reopens it instead of opening another */
@ConfigurationProperties("switchboard.tickets")
record TicketsProperties(@DefaultValue("72h") Duration reopenWindow) {}
