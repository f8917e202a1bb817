package io.switchboard.gateway.tickets;

import io.switchboard.canonical.AuthorKind;
import io.switchboard.canonical.CustomerId;
import io.switchboard.canonical.Direction;
import io.switchboard.canonical.EmailDetails;
import io.switchboard.canonical.InboundEvent;
import io.switchboard.canonical.InboundMessage;
import io.switchboard.canonical.MessageFlag;
import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.ReceiptState;
import io.switchboard.canonical.Reference;
import io.switchboard.canonical.ThreadMatch;
import io.switchboard.canonical.TicketId;
import io.switchboard.gateway.journal.Report;
import io.switchboard.gateway.tickets.ThreadDirectory.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides, fact by fact in the order of the journal, what each means for its thread. */
final class Assigner {

    private static final ThreadMatch COMMAND = ThreadMatch.certain("command");

    private static final int TELLING = 8;

    private static final Set<MessageFlag> NOT_BY_A_PERSON =
            Set.of(MessageFlag.AUTO_GENERATED, MessageFlag.BOUNCE, MessageFlag.IMPORTED, MessageFlag.SPAM);

    private final ThreadDirectory threads;
    private final IdentityDirectory identities;
    private final MessageIndex messages;
    private final Episodes episodes;
    private final List<Fact.FromPlatform> orphans = new ArrayList<>();

    Assigner(ThreadDirectory threads, IdentityDirectory identities, MessageIndex messages, Episodes episodes) {
        this.threads = threads;
        this.identities = identities;
        this.messages = messages;
        this.episodes = episodes;
    }

    Assignment assign(Fact fact) {
        var customer = identities.resolve(fact.tenant(), Parties.names(fact), fact.eventId());
        var match = threads.resolve(fact);
        return switch (fact) {
            case Fact.FromPlatform platform -> fromPlatform(platform, match, customer);
            case Fact.FromUs ours -> fromUs(ours, match.thread());
            case Fact.Joined joined ->
                receipt(joined, joined.event(), match, joined.event().ours());
        };
    }

    /** Statuses whose message was not known. */
    List<Fact.FromPlatform> orphans() {
        return orphans;
    }

    private Assignment fromPlatform(Fact.FromPlatform fact, Match match, Optional<CustomerId> customer) {
        var thread = match.thread();
        return switch (fact.event()) {
            case InboundEvent.MessageReceived received -> received(fact, received.message(), match, customer);
            case InboundEvent.MessageSentElsewhere elsewhere -> elsewhere(fact, elsewhere.message(), match);
            case InboundEvent.MessageEdited edited -> edited(fact, edited.replacement(), match, customer);
            case InboundEvent.MessageDeleted deleted -> about(fact, deleted.target(), thread, customer, match.match());
            case InboundEvent.ReactionChanged reaction ->
                about(fact, reaction.target(), thread, customer, match.match());
            case InboundEvent.ReceiptChanged receipt -> receipt(fact, receipt, match);
            case InboundEvent.CommerceChanged commerce -> {
                thread.customer = customer.or(() -> thread.customer);
                yield plain(thread, match.match(), customer);
            }
            case InboundEvent.IdentityRekeyed rekeyed -> plain(thread, match.match(), customer);
            case InboundEvent.ConsentChanged consent -> plain(thread, match.match(), customer);
            case InboundEvent.PrivacyRequested privacy -> plain(thread, match.match(), customer);
            case InboundEvent.ConnectionHealthChanged health -> plain(thread, match.match(), customer);
        };
    }

    private Assignment received(Fact fact, InboundMessage message, Match match, Optional<CustomerId> customer) {
        var thread = match.thread();
        var id = message.id(fact.tenant(), fact.connectionId());
        messages.add(key(fact, message.nativeId()), entry(id, thread, Direction.INBOUND));
        var late = thread.isLate(message.occurredAt().at());
        var byCustomer = message.author().kind() == AuthorKind.CUSTOMER;
        var isAboutElse = byCustomer && changesTopic(thread, message);
        if (byCustomer && match.isAnswered()) {
            answered(thread, message, late);
            thread.customer = customer.or(() -> thread.customer);
        }
        thread.subject = thread.subject.or(message::subject);
        thread.topic = isAboutElse ? message.thread().topic() : thread.topic.or(message.thread()::topic);
        var episode = byCustomer
                ? episodes.customerWrote(thread, id, message, isAboutElse, tickets(match.match()))
                : episodes.current(thread);
        return new Assignment(
                thread.id,
                thread.nextSeq(),
                late,
                match.match(),
                Optional.of(id),
                episode,
                customer,
                Optional.empty(),
                1,
                refersTo(fact, message.inReplyTo()));
    }

    /** From now on answers go where this message wants them. */
    private static void answered(ThreadState thread, InboundMessage message, boolean late) {
        if (!late) {
            thread.capability = Optional.of(message.replyCapability());
            thread.returnAddress = Optional.of(message.returnAddress());
            thread.lastInbound = Optional.of(message.nativeId());
        }
        // The clock of a machine may be wrong; that it spoke is enough.
        thread.byMachine = late ? thread.byMachine || isAutomatic(message) : isByMachine(message);
    }

    /** Machines and lists are not to be answered by a machine (RFC 3834 §2), nor is what lies in an archive. */
    private static boolean isByMachine(InboundMessage message) {
        return message.flags().stream().anyMatch(NOT_BY_A_PERSON::contains)
                || message.email().flatMap(EmailDetails::listId).isPresent();
    }

    private static boolean isAutomatic(InboundMessage message) {
        return message.flags().contains(MessageFlag.AUTO_GENERATED)
                || message.flags().contains(MessageFlag.BOUNCE);
    }

    private static boolean changesTopic(ThreadState thread, InboundMessage message) {
        var now = message.thread().topic();
        return now.isPresent()
                && thread.topic.isPresent()
                && !isSame(now.get(), thread.topic.get())
                && !isSame(thread.topic.get(), now.get());
    }

    /** A topic that somebody added to, or that a program cut, is the same; a short word is in many. */
    private static boolean isSame(String longer, String shorter) {
        return longer.equals(shorter) || (shorter.length() >= TELLING && longer.contains(shorter));
    }

    private List<TicketId> tickets(ThreadMatch match) {
        return match.alternatives().stream()
                .flatMap(other -> threads.find(other.threadId()).flatMap(thread -> thread.ticket).stream())
                .distinct()
                .toList();
    }

    private Assignment elsewhere(Fact fact, InboundMessage message, Match match) {
        var thread = match.thread();
        var id = message.id(fact.tenant(), fact.connectionId());
        messages.add(key(fact, message.nativeId()), entry(id, thread, Direction.OUTBOUND));
        var late = thread.isLate(message.occurredAt().at());
        return new Assignment(
                thread.id,
                thread.nextSeq(),
                late,
                match.match(),
                Optional.of(id),
                episodes.merchantWrote(thread),
                thread.customer,
                Optional.empty(),
                1,
                refersTo(fact, message.inReplyTo()));
    }

    private Assignment edited(Fact fact, InboundMessage replacement, Match match, Optional<CustomerId> customer) {
        var key = key(fact, replacement.nativeId());
        var thread = match.thread();
        var message = messages.find(key)
                .map(MessageIndex.Entry::message)
                .orElseGet(() -> replacement.id(fact.tenant(), fact.connectionId()));
        return new Assignment(
                thread.id,
                thread.nextSeq(),
                false,
                match.match(),
                Optional.of(message),
                episodes.current(thread),
                customer,
                Optional.empty(),
                messages.revise(key),
                refersTo(fact, replacement.inReplyTo()));
    }

    /** A deletion or a reaction: about a message that may or may not be known here. */
    private Assignment about(
            Fact fact, String target, ThreadState thread, Optional<CustomerId> customer, ThreadMatch rule) {
        var known = messages.find(key(fact, target)).map(MessageIndex.Entry::message);
        var message = known.orElseGet(() -> MessageId.of(fact.tenant(), fact.connectionId(), target));
        return assignment(thread, rule, Optional.of(message), customer, Optional.empty(), known);
    }

    private Assignment receipt(Fact.FromPlatform fact, InboundEvent.ReceiptChanged receipt, Match match) {
        var key = key(fact, receipt.target());
        var known = messages.find(key);
        var message = known.map(MessageIndex.Entry::message).or(receipt::ours);
        if (message.isEmpty()) {
            orphans.add(fact);
        }
        var thread = known.flatMap(entry -> threads.find(entry.thread())).orElse(match.thread());
        message.ifPresent(id -> messages.add(key, entry(id, thread, Direction.OUTBOUND)));
        return receipt(fact, receipt, new Match(thread, match.match(), match.isAnswered()), message);
    }

    private Assignment receipt(
            Fact fact, InboundEvent.ReceiptChanged receipt, Match match, Optional<MessageId> message) {
        var furthest = messages.advance(key(fact, receipt.target()), receipt.state());
        return assignment(match.thread(), match.match(), message, Optional.empty(), Optional.of(furthest), message);
    }

    private Assignment fromUs(Fact.FromUs fact, ThreadState thread) {
        return switch (fact.report()) {
            case Report.ReplyProgress reply -> reply(fact, reply, thread);
            case Report.AttachmentProgress file ->
                assignment(
                        thread,
                        COMMAND,
                        Optional.of(file.message()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(file.message()));
        };
    }

    private Assignment reply(Fact fact, Report.ReplyProgress reply, ThreadState thread) {
        for (var nativeId : reply.nativeIds()) {
            messages.add(key(fact, nativeId), entry(reply.message(), thread, Direction.OUTBOUND));
        }
        ReturnedReplies.keys(fact, reply)
                .forEach(key -> messages.add(key, entry(reply.message(), thread, Direction.OUTBOUND)));
        threads.alias(fact, reply.threadKeys(), thread, AliasOrigin.OUTBOUND);
        reply.capability().ifPresent(changed -> thread.capability = Optional.of(changed));
        var late = thread.isLate(reply.at());
        return new Assignment(
                thread.id,
                thread.nextSeq(),
                late,
                COMMAND,
                Optional.of(reply.message()),
                reply.start().isPresent()
                        ? episodes.merchantBegan(thread, reply.message())
                        : episodes.merchantWrote(thread),
                thread.customer,
                Optional.empty(),
                1,
                Optional.empty());
    }

    private Assignment plain(ThreadState thread, ThreadMatch rule, Optional<CustomerId> customer) {
        return assignment(thread, rule, Optional.empty(), customer, Optional.empty(), Optional.empty());
    }

    private Assignment assignment(
            ThreadState thread,
            ThreadMatch rule,
            Optional<MessageId> message,
            Optional<CustomerId> customer,
            Optional<ReceiptState> furthest,
            Optional<MessageId> refersTo) {
        return new Assignment(
                thread.id,
                thread.nextSeq(),
                false,
                rule,
                message,
                episodes.current(thread),
                customer.or(() -> thread.customer),
                furthest,
                1,
                refersTo);
    }

    private Optional<MessageId> refersTo(Fact fact, Optional<Reference> reference) {
        return reference.flatMap(to -> messages.find(key(fact, to.nativeId()))).map(MessageIndex.Entry::message);
    }

    private static MessageIndex.Entry entry(MessageId id, ThreadState thread, Direction direction) {
        return new MessageIndex.Entry(id, thread.id, direction, 1, Optional.empty());
    }

    private static MessageIndex.Key key(Fact fact, String nativeId) {
        return MessageIndex.Key.of(fact, nativeId);
    }
}
