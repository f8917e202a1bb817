package io.switchboard.sandbox.desk.page;

import io.switchboard.sandbox.desk.contract.Commerce;
import io.switchboard.sandbox.desk.contract.Customer;
import io.switchboard.sandbox.desk.contract.Message;
import io.switchboard.sandbox.desk.core.Conversation;
import io.switchboard.sandbox.desk.core.Entry;
import io.switchboard.sandbox.desk.core.MessageEntry;
import java.util.Optional;
import java.util.stream.Stream;

/** Who a conversation is with and what it is called. */
final class Person {

    private Person() {}

    /** What people call the other side: the best name that any event of the thread gives. */
    static Optional<String> name(Conversation thread) {
        return Stream.of(
                        thread.customer().flatMap(Customer::displayName),
                        inbound(thread)
                                .flatMap(author -> author.displayName().stream())
                                .findFirst(),
                        milestones(thread)
                                .flatMap(change -> change.customer().flatMap(Commerce.Party::displayName).stream())
                                .findFirst(),
                        inbound(thread)
                                .flatMap(author -> author.handle().stream())
                                .findFirst(),
                        inbound(thread)
                                .flatMap(author -> author.address().stream())
                                .findFirst(),
                        thread.customer().flatMap(Person::anyIdentity))
                .flatMap(Optional::stream)
                .filter(name -> !name.isBlank())
                .findFirst();
    }

    /** The title of the thread: its customer, or the order or other resource where it is about one. */
    static String title(Conversation thread) {
        if (!thread.isCommerce()) {
            return name(thread).orElse(thread.hasMessages() ? "Unknown customer" : connectionTitle(thread));
        }
        var order = milestones(thread).filter(change -> change.resource().equals("order"));
        return Stream.concat(order, milestones(thread))
                .findFirst()
                .map(Person::resourceTitle)
                .orElse(connectionTitle(thread));
    }

    static Optional<String> subject(Conversation thread) {
        var fromMail =
                messages(thread).flatMap(message -> message.subject().stream()).findFirst();
        return fromMail.or(
                () -> thread.episode().flatMap(episode -> episode.ticket().subject()));
    }

    private static String resourceTitle(Commerce change) {
        var kind = Look.inWords(change.resource());
        return change.name()
                .map(name -> change.resource().equals("customer") ? name : kind + " " + name)
                .orElse(kind + " " + change.nativeId());
    }

    private static String connectionTitle(Conversation thread) {
        return Look.of(thread.place()).name() + " connection";
    }

    private static Optional<String> anyIdentity(Customer customer) {
        return customer.identities().stream()
                .map(identity -> identity.handle().orElse(identity.value()))
                .findFirst();
    }

    private static Stream<Commerce> milestones(Conversation thread) {
        return thread.entries().stream()
                .filter(Entry.Milestone.class::isInstance)
                .map(entry -> ((Entry.Milestone) entry).change());
    }

    private static Stream<Message.Author> inbound(Conversation thread) {
        return messages(thread).filter(message -> !message.isOutbound()).flatMap(message -> message.author().stream());
    }

    private static Stream<Message> messages(Conversation thread) {
        return thread.entries().stream()
                .filter(MessageEntry.class::isInstance)
                .flatMap(entry -> ((MessageEntry) entry).words().message().stream());
    }
}
