package io.switchboard.canonical;

import java.util.Optional;

/**
 * The value of one event on the topic {@code tickets}: snapshots, not deltas, so that a consumer may skip what it does not
 * know. Which parts are present follows from the event's type, see {@code asyncapi.yaml}.
 */
public record TicketEvent(
        ConversationThread thread,
        Optional<Message> message,
        Optional<Ticket> ticket,
        Optional<Customer> customer,
        Optional<ReplyCapability> replyCapability,
        Optional<Receipt> receipt,
        Optional<Reaction> reaction,
        Optional<Attachment> attachment,
        Optional<CommerceChange> commerce,
        Optional<PrivacyRequest> privacy,
        Optional<OutboundResult> outbound,
        Optional<ConnectionHealth> health,
        Optional<Consent> consent,
        Optional<Rekeying> rekeying,
        RawReference rawRef) {}
