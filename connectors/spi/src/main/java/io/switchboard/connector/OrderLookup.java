package io.switchboard.connector;

import java.io.IOException;
import java.util.List;

/** The Content Enricher of a shop: orders for a customer or a number. */
public non-sealed interface OrderLookup extends ConnectorRole {

    /** @return newest first; empty when the shop knows none */
    List<OrderView> find(OrderQuery query, ConnectionRef connection, Secrets secrets) throws IOException;
}
