package io.switchboard.gateway.tickets;

import io.switchboard.canonical.AuthorKind;
import io.switchboard.canonical.EmailAuthentication;
import io.switchboard.canonical.EmailDetails;
import io.switchboard.canonical.IdentityId;
import io.switchboard.canonical.InboundEvent;
import io.switchboard.canonical.InboundMessage;
import io.switchboard.canonical.Party;
import io.switchboard.canonical.Recipient;
import io.switchboard.canonical.RecipientRole;
import io.switchboard.canonical.ThreadId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Who writes in the threads of one batch, and who gets part in them by it. */
final class Membership {

    /** More are a mailing, not a conversation. */
    private static final int MOST_COPIED = 50;

    private final Participants participants = new Participants();

    void load(ThreadStore store, Collection<Fact> facts, Collection<ThreadId> threads) {
        var people = new HashSet<IdentityId>();
        for (var fact : facts) {
            if (fact instanceof Fact.FromPlatform platform
                    && !platform.event().thread().links().isEmpty()) {
                people.addAll(names(platform));
            }
        }
        store.load(participants, threads, people);
    }

    Optional<Role> role(ThreadId thread, Fact.FromPlatform fact) {
        return participants.role(thread, names(fact));
    }

    static ThreadLadder.Writer writer(Fact.FromPlatform fact) {
        if (!(fact.event() instanceof InboundEvent.MessageReceived received)) {
            return new ThreadLadder.Writer(true, false);
        }
        var message = received.message();
        var forged = message.email()
                .flatMap(EmailDetails::authentication)
                .filter(EmailAuthentication::isForged)
                .isPresent();
        return new ThreadLadder.Writer(message.author().kind() == AuthorKind.SYSTEM, forged);
    }

    /**
     * The writer of a new thread is its author, and so is whom he wants answered. In a thread that is there an author lets others in only
     * when our own mail server proved that it is him: anybody can write From. Somebody who only got a copy lets in nobody.
     *
     * @return whether answers go where the message wants them from now on
     */
    boolean take(Fact.FromPlatform fact, InboundMessage message, ThreadId thread, boolean isNew) {
        if (message.author().kind() != AuthorKind.CUSTOMER) {
            return isNew;
        }
        var names = names(fact);
        if (isNew) {
            names.forEach(name -> participants.add(thread, name, Role.AUTHOR));
        }
        if (!isAuthor(thread, names)) {
            return isNew;
        }
        var answered = with(fact, message, RecipientRole.REPLY_TO);
        if (isNew || isProven(message)) {
            answered.forEach(who -> participants.add(thread, who, Role.AUTHOR));
            with(fact, message, RecipientRole.TO, RecipientRole.CC).stream()
                    .limit(MOST_COPIED)
                    .forEach(who -> participants.add(thread, who, Role.COPIED));
        }
        return answered.stream().allMatch(who -> isAuthor(thread, List.of(who)));
    }

    private boolean isAuthor(ThreadId thread, List<IdentityId> names) {
        return participants.role(thread, names).filter(Role.AUTHOR::equals).isPresent();
    }

    private static boolean isProven(InboundMessage message) {
        return message.email()
                .flatMap(EmailDetails::authentication)
                .filter(EmailAuthentication::isProven)
                .isPresent();
    }

    void write(ThreadStore store) {
        store.write(participants);
    }

    private static List<IdentityId> with(Fact.FromPlatform fact, InboundMessage message, RecipientRole... roles) {
        return message.recipients().stream()
                .filter(recipient -> List.of(roles).contains(recipient.role()))
                .map(Recipient::party)
                .filter(party -> !isOurs(fact, party))
                .flatMap(party -> party.identities().stream())
                .map(key -> IdentityId.of(fact.tenant(), key))
                .toList();
    }

    private static boolean isOurs(Fact.FromPlatform fact, Party party) {
        return party.address()
                .filter(address -> address.equalsIgnoreCase(fact.connection().account()))
                .isPresent();
    }

    private static List<IdentityId> names(Fact.FromPlatform fact) {
        return fact.event() instanceof InboundEvent.MessageReceived received
                ? received.message().author().party().identities().stream()
                        .map(key -> IdentityId.of(fact.tenant(), key))
                        .toList()
                : List.of();
    }
}
