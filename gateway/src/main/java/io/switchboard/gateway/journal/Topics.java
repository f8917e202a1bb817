package io.switchboard.gateway.journal;

/** The names of the topics, as the consumer contract fixes them. */
public final class Topics {

    /** What the helpdesk core consumes. */
    public static final String TICKETS = "tickets";

    /** Commands from the helpdesk core. */
    public static final String REPLIES = "replies";

    /** What the helpdesk core did with a ticket. */
    public static final String TICKET_STATE = "ticket-state";

    /** Invalid Message Channel: not what the platform documents. */
    public static final String INVALID = "deliveries.invalid";

    /** Dead Letter Channel: we could not process it. */
    public static final String DEAD = "deliveries.dead";

    /** Who carries the slow lane's deliveries on into the journal. */
    public static final String BULK_GROUP = "switchboard.bulk";

    private static final String DELIVERIES = "deliveries.";
    private static final String BULK = ".bulk";

    private Topics() {}

    /** The journal of one connector. */
    public static String deliveries(String connector) {
        return DELIVERIES + connector;
    }

    /** Whose journal it is. */
    public static String connector(String deliveries) {
        return deliveries.substring(DELIVERIES.length());
    }

    /** The slow lane before a connector's journal. */
    public static String bulk(String connector) {
        return slow(deliveries(connector));
    }

    /** The slow lane before a journal. */
    static String slow(String deliveries) {
        return deliveries + BULK;
    }

    /** The journal behind a slow lane. */
    public static String behind(String bulk) {
        return bulk.substring(0, bulk.length() - BULK.length());
    }
}
