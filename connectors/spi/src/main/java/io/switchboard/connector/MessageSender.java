package io.switchboard.connector;

/** Answers on the customer's channel. */
public non-sealed interface MessageSender extends ConnectorRole {

    /**
     * One attempt, no retry inside. Blocks until the platform answered or the port's time-out passed.
     *
     * @return never throws for anything a platform or a network can do; a time-out is {@link SendOutcome.Unconfirmed}
     */
    SendOutcome send(OutboundMessage message, ConnectionRef connection, Secrets secrets);
}
