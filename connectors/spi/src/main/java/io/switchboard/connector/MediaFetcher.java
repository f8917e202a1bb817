package io.switchboard.connector;

/** Gets the bytes of a file that an inbound message announced. */
public non-sealed interface MediaFetcher extends ConnectorRole {

    /**
     * One attempt, no retry inside.
     *
     * @param origin the delivery that announced the file, for platforms whose deliveries carry the bytes
     * @param limit the most bytes the gateway accepts
     */
    FetchOutcome fetch(String providerMediaId, Delivery origin, long limit, ConnectionRef connection, Secrets secrets);
}
