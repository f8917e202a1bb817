package io.switchboard.gateway.journal;

/** Names of the headers of a journal record. */
final class JournalHeader {

    static final String DELIVERY_ID = "sb-delivery-id";

    /** In milliseconds since 1970. */
    static final String RECEIVED_AT = "sb-received-at";

    static final String TENANT = "sb-tenant";
    static final String CONNECTION_ID = "sb-connection-id";
    static final String CONNECTOR = "sb-connector";
    static final String CONNECTION = "sb-connection";
    static final String ACCOUNT = "sb-account";
    static final String METHOD = "sb-method";
    static final String TARGET = "sb-target";

    /** {@link FieldLines}. */
    static final String FIELDS = "sb-fields";

    /** Where the body waits, when it does not come with the record. */
    static final String BLOB = "sb-blob";

    /** The simple name of a {@link Report}, when it is one. */
    static final String REPORT = "sb-report";

    static final String FIRST_POSITION = "sb-first-position";

    /** {@link SlowTicket}. */
    static final String SLOW_LANE = "sb-slow-lane";

    /** {@link Carried}. */
    static final String CARRIED = "sb-carried";

    /** Why a letter is one, and what it was. */
    static final String REASON = "sb-reason";

    static final String POSITION = "sb-position";
    static final String TOPIC = "sb-topic";

    private JournalHeader() {}
}
