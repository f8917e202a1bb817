package io.switchboard.gateway.tickets;

import io.switchboard.canonical.Attachment;
import io.switchboard.canonical.AttachmentId;
import io.switchboard.canonical.AuthorKind;
import io.switchboard.canonical.CloudEvent;
import io.switchboard.canonical.ConnectionHealth;
import io.switchboard.canonical.Consent;
import io.switchboard.canonical.ConversationThread;
import io.switchboard.canonical.Customer;
import io.switchboard.canonical.Deletion;
import io.switchboard.canonical.Direction;
import io.switchboard.canonical.IdentityId;
import io.switchboard.canonical.InboundEvent;
import io.switchboard.canonical.InboundMessage;
import io.switchboard.canonical.Message;
import io.switchboard.canonical.MessageAuthor;
import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.MessageRecipient;
import io.switchboard.canonical.MessageReference;
import io.switchboard.canonical.Part;
import io.switchboard.canonical.Party;
import io.switchboard.canonical.RawReference;
import io.switchboard.canonical.Reaction;
import io.switchboard.canonical.Receipt;
import io.switchboard.canonical.Rekeying;
import io.switchboard.canonical.Surface;
import io.switchboard.canonical.Ticket;
import io.switchboard.canonical.WrittenText;
import io.switchboard.gateway.journal.Report;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes what was decided about a fact as the event that consumers read. Pure: the same fact and assignment, the same event. */
final class EventAssembler {

    private EventAssembler() {}

    static CloudEvent assemble(Fact fact, Assignment assignment) {
        var surface = fact.surface();
        var draft = new TicketEventDraft(thread(fact, assignment, surface), rawReference(fact));
        assignment.episode().ifPresent(episode -> draft.ticket = Optional.of(ticket(episode, fact)));
        assignment.customer().ifPresent(id -> draft.customer = Optional.of(customer(id, fact)));
        var occurred = fill(draft, fact, assignment, surface);
        return new CloudEvent(
                fact.eventId(),
                CloudEvent.type(fact.key().kind()),
                CloudEvent.source(fact.tenant(), fact.connectionId()),
                subject(assignment),
                occurred,
                fact.tenant(),
                assignment.thread(),
                assignment.seq(),
                surface.channel(),
                surface,
                Optional.empty(),
                draft.event());
    }

    private static Instant fill(TicketEventDraft draft, Fact fact, Assignment assignment, Surface surface) {
        return switch (fact) {
            case Fact.FromPlatform platform -> {
                fill(draft, platform, platform.event(), assignment);
                yield platform.event().occurredAt().at();
            }
            case Fact.Joined joined -> {
                draft.receipt = Optional.of(receipt(joined.event(), assignment));
                yield joined.event().occurredAt().at();
            }
            case Fact.FromUs ours ->
                switch (ours.report()) {
                    case Report.ReplyProgress reply -> {
                        draft.message = reply.content().isEmpty()
                                ? Optional.empty()
                                : Optional.of(ReplyAssembler.message(fact, reply, assignment, surface));
                        draft.outbound = Optional.of(ReplyAssembler.result(reply));
                        draft.replyCapability = reply.capability();
                        yield reply.at();
                    }
                    case Report.AttachmentProgress file -> {
                        draft.attachment = Optional.of(file.attachment());
                        yield file.at();
                    }
                };
        };
    }

    private static void fill(TicketEventDraft draft, Fact fact, InboundEvent event, Assignment assignment) {
        switch (event) {
            case InboundEvent.MessageReceived received -> {
                draft.message = Optional.of(message(fact, received.message(), assignment, Direction.INBOUND));
                // A notice of the platform says nothing about what the customer's last message allows.
                draft.replyCapability = Optional.of(received.message())
                        .filter(message -> message.author().kind() == AuthorKind.CUSTOMER)
                        .map(InboundMessage::replyCapability);
            }
            case InboundEvent.MessageSentElsewhere elsewhere ->
                draft.message = Optional.of(message(fact, elsewhere.message(), assignment, Direction.OUTBOUND));
            case InboundEvent.MessageEdited edited ->
                draft.message = Optional.of(message(fact, edited.replacement(), assignment, Direction.INBOUND));
            case InboundEvent.MessageDeleted deleted ->
                draft.deletion = Optional.of(new Deletion(
                        assignment.refersTo(),
                        deleted.target(),
                        MessageAuthor.of(fact.tenant(), deleted.by()),
                        deleted.occurredAt().at()));
            case InboundEvent.ReactionChanged reaction ->
                draft.reaction = Optional.of(new Reaction(
                        assignment.refersTo(),
                        reaction.target(),
                        MessageAuthor.of(fact.tenant(), reaction.by()),
                        reaction.reaction(),
                        reaction.occurredAt().at()));
            case InboundEvent.ReceiptChanged receipt -> draft.receipt = Optional.of(receipt(receipt, assignment));
            case InboundEvent.IdentityRekeyed rekeyed ->
                draft.rekeying = Optional.of(new Rekeying(
                        IdentityId.of(fact.tenant(), rekeyed.previous()),
                        IdentityId.of(fact.tenant(), rekeyed.current()),
                        rekeyed.current().scheme()));
            case InboundEvent.ConsentChanged consent ->
                draft.consent = Optional.of(new Consent(consent.purpose(), consent.state()));
            case InboundEvent.CommerceChanged commerce -> draft.commerce = Optional.of(commerce.change());
            case InboundEvent.PrivacyRequested privacy -> draft.privacy = Optional.of(privacy.request());
            case InboundEvent.ConnectionHealthChanged health ->
                draft.health = Optional.of(new ConnectionHealth(fact.connectionId(), health.state(), health.reason()));
        }
    }

    private static Message message(Fact fact, InboundMessage said, Assignment assignment, Direction direction) {
        var id = assignment.message().orElseThrow();
        var origin = fact.origin();
        var text = said.text().orElseGet(() -> WrittenText.of(plain(said.content())));
        return new Message(
                id,
                assignment.thread(),
                fact.connectionId(),
                fact.tenant(),
                Optional.of(said.nativeId()),
                assignment.revision(),
                assignment.seq(),
                direction,
                MessageAuthor.of(fact.tenant(), said.author()),
                said.surface().channel(),
                said.surface(),
                said.visibility(),
                said.occurredAt().at(),
                said.occurredAt().precision(),
                origin.receivedAt(),
                origin.recordedAt(),
                assignment.late(),
                said.content(),
                text.plain(),
                text.stripped(),
                text.htmlStripped(),
                text.signature(),
                text.quoted(),
                said.subject(),
                said.recipients().stream()
                        .map(recipient -> MessageRecipient.of(fact.tenant(), recipient))
                        .toList(),
                said.inReplyTo()
                        .map(to -> new MessageReference(to.kind(), to.nativeId(), assignment.refersTo(), to.preview())),
                said.context(),
                attachments(id, said),
                said.flags(),
                said.email(),
                Optional.empty(),
                Optional.of(assignment.match()),
                rawReference(fact),
                said.ext());
    }

    /** Text parts say it all where there are any; everything else is told in its fallback words. */
    static String plain(List<Part> content) {
        var hasText = content.stream().anyMatch(Part.Text.class::isInstance);
        return content.stream()
                .filter(part -> !(hasText && part instanceof Part.Html))
                .map(Part::fallbackText)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private static List<Attachment> attachments(MessageId message, InboundMessage said) {
        return IntStream.range(0, said.attachments().size())
                .mapToObj(i -> Attachment.pending(
                        AttachmentId.of(message, i), said.attachments().get(i)))
                .toList();
    }

    private static Receipt receipt(InboundEvent.ReceiptChanged receipt, Assignment assignment) {
        return new Receipt(
                assignment.refersTo(),
                receipt.target(),
                receipt.state(),
                assignment.furthest().orElse(receipt.state()),
                receipt.occurredAt().at(),
                receipt.failure());
    }

    private static Customer customer(io.switchboard.canonical.CustomerId id, Fact fact) {
        var party = Parties.customer(fact).orElse(Party.ANONYMOUS);
        return new Customer(
                id,
                party.displayName(),
                party.identities().stream()
                        .map(key -> new Customer.Identity(
                                IdentityId.of(fact.tenant(), key),
                                key.scheme(),
                                key.scope(),
                                key.value(),
                                party.handle()))
                        .toList());
    }

    private static Ticket ticket(Assignment.Episode episode, Fact fact) {
        var subject = fact instanceof Fact.FromPlatform platform
                        && platform.event() instanceof InboundEvent.MessageReceived received
                ? received.message().subject()
                : Optional.<String>empty();
        return new Ticket(episode.ticket(), episode.policy(), episode.reason(), subject, episode.mergeWith());
    }

    private static ConversationThread thread(Fact fact, Assignment assignment, Surface surface) {
        return new ConversationThread(
                assignment.thread(), fact.connectionId(), fact.connection().connector(), surface.channel(), surface);
    }

    static RawReference rawReference(Fact fact) {
        return new RawReference(
                fact.origin().delivery(), fact.origin().sha256(), fact.origin().contentType());
    }

    private static String subject(Assignment assignment) {
        return "thread/" + assignment.thread()
                + assignment.message().map(id -> "/message/" + id).orElse("");
    }
}
