package io.switchboard.sandbox.desk.page;

import io.switchboard.sandbox.desk.contract.Customer;
import io.switchboard.sandbox.desk.contract.Ticket;
import io.switchboard.sandbox.desk.core.Conversation;
import io.switchboard.sandbox.desk.core.Entry;
import io.switchboard.sandbox.desk.core.Episode;
import io.switchboard.sandbox.desk.core.MessageEntry;
import io.switchboard.sandbox.desk.core.ThreadMemory;
import io.switchboard.sandbox.desk.page.ConversationView.CustomerView;
import io.switchboard.sandbox.desk.page.ConversationView.TicketView;
import io.switchboard.sandbox.desk.page.Piece.Fact;
import java.util.ArrayList;
import java.util.List;

/** Puts conversations into words and shapes. */
final class Conversations {

    private static final int RELATED = 8;

    private final ThreadMemory memory;
    private final ThreadSummaries summaries;
    private final Times times;

    Conversations(ThreadMemory memory, ThreadSummaries summaries, Times times) {
        this.memory = memory;
        this.summaries = summaries;
        this.times = times;
    }

    /** @param shown how many of the newest entries to show */
    ConversationView of(Conversation thread, int shown) {
        var look = Look.of(thread.place());
        var hidden = Math.max(0, thread.entries().size() - shown);
        return new ConversationView(
                thread.threadId(),
                look,
                Look.surface(thread.place()),
                Person.title(thread),
                Person.subject(thread).orElse(""),
                badges(thread),
                thread.episode().map(this::ticket),
                CapabilityView.of(thread, times),
                items(thread, look, hidden),
                hidden,
                thread.forgotten(),
                thread.customer().map(customer -> customer(customer, thread)),
                related(thread));
    }

    private static List<Badge> badges(Conversation thread) {
        if (thread.missingEvents() == 0) {
            return List.of();
        }
        var count = thread.missingEvents() == 1 ? "1 event missing" : thread.missingEvents() + " events missing";
        return List.of(new Badge(
                count,
                "bad",
                "The numbering of this thread's events has a gap: something was published and never came"));
    }

    private TicketView ticket(Episode episode) {
        return new TicketView(
                episode.ticket().ticketId(), episode.closed(), times.moment(episode.since()), why(episode.ticket()));
    }

    private static String why(Ticket ticket) {
        return switch (ticket.reason()) {
            case "no_open_ticket" -> "Opened because there was no open ticket";
            case "open_ticket" -> "Added to the ticket that was open";
            case "closed_within_reopen_window" -> "Opened again: it had been closed only recently";
            default -> Look.inWords(ticket.reason());
        };
    }

    private List<Item> items(Conversation thread, Look look, int hidden) {
        var bubbles = new Bubbles(look, thread.entries(), times);
        var items = new ArrayList<Item>();
        var day = "";
        var subject = Person.subject(thread).orElse("");
        for (var entry : thread.entries().subList(hidden, thread.entries().size())) {
            var ownDay = times.dayOf(entry.at());
            if (!ownDay.equals(day)) {
                day = ownDay;
                items.add(new Item.Day("day-" + ownDay.replace(' ', '-'), ownDay));
            }
            items.add(
                    switch (entry) {
                        case MessageEntry message -> bubbles.of(message, subject);
                        case Entry.Milestone milestone -> new Milestones(times).of(milestone);
                        case Entry.Notice notice -> new Notices(times).of(notice);
                    });
        }
        return items;
    }

    private static CustomerView customer(Customer customer, Conversation thread) {
        var identities = customer.identities().stream()
                .map(identity -> new Fact(scheme(identity.scheme()), shown(identity)))
                .distinct()
                .toList();
        return new CustomerView(customer.customerId(), Person.name(thread).orElse("Unknown customer"), identities);
    }

    private static String scheme(String scheme) {
        return switch (scheme) {
            case "phone" -> "Phone";
            case "email" -> "E-mail";
            default -> Look.inWords(scheme);
        };
    }

    private static String shown(Customer.Identity identity) {
        var value = identity.scheme().equals("phone") && !identity.value().startsWith("+")
                ? "+" + identity.value()
                : identity.value();
        return identity.handle()
                .map(handle -> (handle.startsWith("@") ? handle : "@" + handle) + " · " + value)
                .orElse(value);
    }

    private List<ThreadRow> related(Conversation thread) {
        var customerId = thread.customer().map(Customer::customerId);
        if (customerId.isEmpty()) {
            return List.of();
        }
        var others = memory.all().stream()
                .filter(other -> !other.threadId().equals(thread.threadId()))
                .filter(other -> other.customer().map(Customer::customerId).equals(customerId))
                .toList();
        return summaries.of(others).stream()
                .sorted(ThreadSummary.NEWEST_FIRST)
                .limit(RELATED)
                .map(other -> other.row(times))
                .toList();
    }
}
