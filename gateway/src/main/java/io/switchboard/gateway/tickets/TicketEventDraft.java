package io.switchboard.gateway.tickets;

import io.switchboard.canonical.Attachment;
import io.switchboard.canonical.CommerceChange;
import io.switchboard.canonical.ConnectionHealth;
import io.switchboard.canonical.Consent;
import io.switchboard.canonical.ConversationThread;
import io.switchboard.canonical.Customer;
import io.switchboard.canonical.Deletion;
import io.switchboard.canonical.Message;
import io.switchboard.canonical.OutboundResult;
import io.switchboard.canonical.PrivacyRequest;
import io.switchboard.canonical.RawReference;
import io.switchboard.canonical.Reaction;
import io.switchboard.canonical.Receipt;
import io.switchboard.canonical.Rekeying;
import io.switchboard.canonical.ReplyCapability;
import io.switchboard.canonical.Ticket;
import io.switchboard.canonical.TicketEvent;
import java.util.Optional;

/** An event's value while it is put together. */
final class TicketEventDraft {

    private final ConversationThread thread;
    private final RawReference rawReference;

    Optional<Message> message = Optional.empty();
    Optional<Ticket> ticket = Optional.empty();
    Optional<Customer> customer = Optional.empty();
    Optional<ReplyCapability> replyCapability = Optional.empty();
    Optional<Receipt> receipt = Optional.empty();
    Optional<Reaction> reaction = Optional.empty();
    Optional<Deletion> deletion = Optional.empty();
    Optional<Attachment> attachment = Optional.empty();
    Optional<CommerceChange> commerce = Optional.empty();
    Optional<PrivacyRequest> privacy = Optional.empty();
    Optional<OutboundResult> outbound = Optional.empty();
    Optional<ConnectionHealth> health = Optional.empty();
    Optional<Consent> consent = Optional.empty();
    Optional<Rekeying> rekeying = Optional.empty();

    TicketEventDraft(ConversationThread thread, RawReference rawReference) {
        this.thread = thread;
        this.rawReference = rawReference;
    }

    TicketEvent event() {
        return new TicketEvent(
                thread,
                message,
                ticket,
                customer,
                replyCapability,
                receipt,
                reaction,
                deletion,
                attachment,
                commerce,
                privacy,
                outbound,
                health,
                consent,
                rekeying,
                rawReference);
    }
}
