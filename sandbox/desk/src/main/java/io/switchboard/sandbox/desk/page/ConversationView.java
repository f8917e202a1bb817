package io.switchboard.sandbox.desk.page;

import io.switchboard.sandbox.desk.page.Piece.Fact;
import java.util.List;
import java.util.Optional;

/**
 * A thread as its page shows it.
 *
 * @param place where within the channel, where that is not plain
 * @param items oldest first
 * @param earlier how many kept entries are not shown
 * @param forgotten how many entries before those are no longer kept
 * @param related other threads of the same customer
 */
record ConversationView(
        String id,
        Look look,
        String place,
        String title,
        String subject,
        List<Badge> badges,
        Optional<TicketView> ticket,
        CapabilityView capability,
        List<Item> items,
        int earlier,
        int forgotten,
        Optional<CustomerView> customer,
        List<ThreadRow> related) {

    public String headVersion() {
        return Integer.toHexString(
                List.of(title, subject, place, badges, ticket).hashCode());
    }

    public String sideVersion() {
        return Integer.toHexString(
                List.of(ticket, capability, customer, related).hashCode());
    }

    /** The ticket of the thread. */
    record TicketView(String id, boolean closed, Stamp since, String why) {}

    /** The person, and every name it goes by. */
    record CustomerView(String id, String name, List<Fact> identities) {
        @Override
        public String toString() {
            return "CustomerView[***]";
        }
    }

    @Override
    public String toString() {
        return "ConversationView[***]";
    }
}
