package io.switchboard.canonical;

import java.util.Optional;

/**
 * What happened according to a platform: the output of every Message Translator. The gateway decides by exhaustive
 * {@code switch} what it means for threads, tickets and customers.
 */
public sealed interface InboundEvent {

    /** The same on every redelivery. */
    EventKey key();

    /** The conversation or timeline it belongs to. */
    ThreadAddress thread();

    Surface surface();

    /** When it happened according to the platform. */
    Moment occurredAt();

    /** A customer wrote. */
    record MessageReceived(InboundMessage message) implements InboundEvent {
        @Override
        public EventKey key() {
            return new EventKey(
                    "message.received",
                    message.nativeId(),
                    message.fingerprint().orElse(""));
        }

        @Override
        public ThreadAddress thread() {
            return message.thread();
        }

        @Override
        public Surface surface() {
            return message.surface();
        }

        @Override
        public Moment occurredAt() {
            return message.occurredAt();
        }
    }

    /** The merchant answered outside Switchboard, in the platform's own app or through another one. */
    record MessageSentElsewhere(InboundMessage message) implements InboundEvent {
        @Override
        public EventKey key() {
            return EventKey.of("message.sent_elsewhere", message.nativeId());
        }

        @Override
        public ThreadAddress thread() {
            return message.thread();
        }

        @Override
        public Surface surface() {
            return message.surface();
        }

        @Override
        public Moment occurredAt() {
            return message.occurredAt();
        }
    }

    /**
     * The author changed a message.
     *
     * @param replacement the message as it now reads; its native id is the original's
     * @param edit tells this edit from others of the same message
     */
    record MessageEdited(InboundMessage replacement, String edit) implements InboundEvent {
        @Override
        public EventKey key() {
            return new EventKey("message.edited", replacement.nativeId(), edit);
        }

        @Override
        public ThreadAddress thread() {
            return replacement.thread();
        }

        @Override
        public Surface surface() {
            return replacement.surface();
        }

        @Override
        public Moment occurredAt() {
            return replacement.occurredAt();
        }
    }

    /** The author took a message back. */
    record MessageDeleted(String target, Author by, ThreadAddress thread, Surface surface, Moment occurredAt)
            implements InboundEvent {
        @Override
        public EventKey key() {
            return EventKey.of("message.deleted", target);
        }

        @Override
        public String toString() {
            return "MessageDeleted[***]";
        }
    }

    /**
     * Somebody reacted to a message, or took the reaction back.
     *
     * @param target native id of the message reacted to
     * @param reaction emoji or the platform's word; empty when the reaction was removed
     * @param discriminator tells repeated reactions of one person apart: the platform's id of the reaction or its time
     */
    record ReactionChanged(
            String target,
            Author by,
            Optional<String> reaction,
            String discriminator,
            ThreadAddress thread,
            Surface surface,
            Moment occurredAt)
            implements InboundEvent {
        @Override
        public EventKey key() {
            return new EventKey("reaction.changed", target, discriminator);
        }

        @Override
        public String toString() {
            return "ReactionChanged[***]";
        }
    }

    /**
     * How far a message of ours got.
     *
     * @param target native id of the message
     * @param ours our own id of the message, where the platform carries it back to us
     * @param failure why, when the state is {@link ReceiptState#FAILED}
     */
    record ReceiptChanged(
            String target,
            Optional<MessageId> ours,
            ReceiptState state,
            Optional<Failure> failure,
            ThreadAddress thread,
            Surface surface,
            Moment occurredAt)
            implements InboundEvent {
        @Override
        public EventKey key() {
            return new EventKey("receipt.changed", target, state.name());
        }

        @Override
        public String toString() {
            return "ReceiptChanged[" + state + "]";
        }
    }

    /** A person got another name at the platform: a new phone number, a new user id. */
    record IdentityRekeyed(
            IdentityKey previous, IdentityKey current, ThreadAddress thread, Surface surface, Moment occurredAt)
            implements InboundEvent {
        @Override
        public EventKey key() {
            return new EventKey("identity.rekeyed", previous.value(), current.value());
        }
    }

    /** A person agreed to something, or withdrew. */
    record ConsentChanged(
            Party party,
            ConsentPurpose purpose,
            ConsentState state,
            ThreadAddress thread,
            Surface surface,
            Moment occurredAt)
            implements InboundEvent {
        @Override
        public EventKey key() {
            var subject = party.identities().isEmpty()
                    ? "?"
                    : party.identities().getFirst().value();
            return new EventKey("consent.changed", subject, purpose + ":" + state + ":" + occurredAt.at());
        }
    }

    /** A shop reported a change. */
    record CommerceChanged(CommerceChange change, ThreadAddress thread) implements InboundEvent {
        @Override
        public EventKey key() {
            return new EventKey("commerce." + change.topic(), change.nativeId(), change.version());
        }

        @Override
        public Surface surface() {
            return Surface.COMMERCE_TIMELINE;
        }

        @Override
        public Moment occurredAt() {
            return change.occurredAt();
        }
    }

    /** A person or a platform asks us to hand out or erase data. */
    record PrivacyRequested(PrivacyRequest request, ThreadAddress thread, Moment occurredAt) implements InboundEvent {
        @Override
        public EventKey key() {
            return new EventKey(
                    "privacy.request", request.nativeId(), request.kind().name());
        }

        @Override
        public Surface surface() {
            return Surface.COMMERCE_TIMELINE;
        }
    }

    /**
     * The platform told us how the connection is.
     *
     * @param reason for an operator, in the platform's words without personal data
     * @param discriminator tells repeated changes apart
     */
    record ConnectionHealthChanged(
            HealthState state,
            String reason,
            String discriminator,
            ThreadAddress thread,
            Surface surface,
            Moment occurredAt)
            implements InboundEvent {
        @Override
        public EventKey key() {
            return new EventKey("connection.health_changed", state.name(), discriminator);
        }
    }
}
