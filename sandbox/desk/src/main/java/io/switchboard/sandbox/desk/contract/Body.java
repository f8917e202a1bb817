package io.switchboard.sandbox.desk.contract;

import java.time.Instant;
import java.util.Optional;

/** The JSON value of an event. Which parts are there follows from the event's type. */
public record Body(
        Optional<ThreadPlace> thread,
        Optional<Message> message,
        Optional<Ticket> ticket,
        Optional<Customer> customer,
        Optional<Capability> replyCapability,
        Optional<Receipt> receipt,
        Optional<Reaction> reaction,
        Optional<Attachment> attachment,
        Optional<Deletion> deletion,
        Optional<Commerce> commerce,
        Optional<Privacy> privacy,
        Optional<Outbound> outbound,
        Optional<Health> health,
        Optional<Consent> consent,
        Optional<Rekeying> rekeying,
        Optional<RawReference> rawRef) {

    /** Where a thread lives: one account at one platform. */
    public record ThreadPlace(String connectionId, String connector, String channel, String surface) {}

    /** The delivery an event came from. */
    public record RawReference(String id) {}

    /** A message was taken back; {@code messageId} is absent while the gateway does not know it. */
    public record Deletion(Optional<String> messageId, Optional<String> nativeId) {}

    /** Somebody asks for data or for its erasure. */
    public record Privacy(String kind, Optional<Instant> dueBy) {}

    /** How a connection is. */
    public record Health(String state, String reason) {}

    /** Whether a customer agreed to something. */
    public record Consent(String purpose, String state) {}

    /** A customer's name at a platform changed. */
    public record Rekeying(String scheme) {}
}
