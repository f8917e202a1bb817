package io.switchboard.gateway.intake.mail;

import io.switchboard.connector.Body;
import java.util.List;
import java.util.Map;

/**
 * A mail that was read from a mailbox.
 *
 * @param bytes as the server has them, or their beginning
 * @param envelope what is to be known beside them, by header name
 */
record FoundMail(Mailbox mailbox, Body bytes, Map<String, List<String>> envelope) {

    /** How many bytes a mail has of which these are the beginning. */
    static final String SIZE = "mail-size";

    @Override
    public String toString() {
        return "FoundMail[" + bytes.size() + " bytes]";
    }
}
