package io.switchboard.connector.whatsapp;

import io.switchboard.canonical.Author;
import io.switchboard.canonical.Moment;
import io.switchboard.canonical.ReturnAddress;
import io.switchboard.canonical.ThreadAddress;
import java.util.Optional;

/**
 * What every message says before it says anything.
 *
 * @param customer the user at the other end, whoever wrote
 * @param group the group it was written in, if it was
 */
record Heading(String id, Person customer, Author author, Optional<String> group, ThreadAddress thread, Moment at) {

    /** @param messageId what an answer may quote */
    ReturnAddress returnAddress(BusinessNumber number, String messageId) {
        return number.returnAddress(customer, group, messageId);
    }

    @Override
    public String toString() {
        return "Heading[***]";
    }
}
