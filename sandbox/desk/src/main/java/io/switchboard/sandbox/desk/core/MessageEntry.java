package io.switchboard.sandbox.desk.core;

import io.switchboard.sandbox.desk.contract.Attachment;
import io.switchboard.sandbox.desk.contract.Message;
import io.switchboard.sandbox.desk.contract.Reaction;
import io.switchboard.sandbox.desk.contract.Receipt;
import io.switchboard.sandbox.desk.contract.ReplyCommand;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A message and all that was said about it. It may be known by a receipt, a reaction or a deletion before its words arrive,
 * and one of ours is known by its command before the gateway has published it.
 *
 * @param reactions one per person
 */
public record MessageEntry(
        String key,
        Instant at,
        long sequence,
        MessageNames names,
        Words words,
        DeliveryHistory delivery,
        List<Reaction> reactions)
        implements Entry {

    public MessageEntry {
        reactions = List.copyOf(reactions);
    }

    /** A message of which nothing is known yet but a name. */
    static MessageEntry unknown(String key, Instant at, long sequence, MessageNames names) {
        return new MessageEntry(key, at, sequence, names, Words.UNKNOWN, DeliveryHistory.EMPTY, List.of());
    }

    /** A reply that was asked for; until the gateway speaks of it, it is queued. */
    static MessageEntry asked(ReplyCommand command, Instant at) {
        var queued = new DeliveryStep("queued", 0, at, Optional.empty(), Optional.empty());
        return new MessageEntry(
                "command-" + command.commandId(),
                at,
                Long.MAX_VALUE,
                MessageNames.ofCommand(command.commandId()),
                Words.of(command),
                DeliveryHistory.EMPTY.with(queued),
                List.of());
    }

    public boolean isOutbound() {
        return words.command().isPresent()
                || words.message()
                        .map(Message::isOutbound)
                        .orElse(!delivery.steps().isEmpty());
    }

    public boolean isFromCustomer() {
        return words.message().filter(said -> !said.isOutbound()).isPresent();
    }

    /** Whether somebody who knows either of these ids means this message. */
    public boolean isCalled(Optional<String> messageId, String nativeId) {
        return names.meet(new MessageNames(messageId, Optional.of(nativeId), Optional.empty()));
    }

    MessageEntry alsoCalled(MessageNames more) {
        return new MessageEntry(key, at, sequence, names.with(more), words, delivery, reactions);
    }

    /** Stands where it happened as soon as that is known; an answer of ours stays where its author saw it appear. */
    MessageEntry with(Message said, Instant heard) {
        var when = words.areUnknown() ? said.occurredAt().orElse(at) : at;
        var steps = said.receipt().map(receipt -> DeliveryStep.of(receipt, heard));
        return new MessageEntry(
                key,
                when,
                sequence,
                names.with(MessageNames.of(said)),
                words.with(said),
                steps.map(delivery::with).orElse(delivery),
                reactions);
    }

    MessageEntry with(DeliveryStep step) {
        return new MessageEntry(key, at, sequence, names, words, delivery.with(step), reactions);
    }

    MessageEntry with(Receipt receipt, Instant heard) {
        return with(DeliveryStep.of(receipt, heard));
    }

    MessageEntry with(Reaction reaction) {
        var others = reactions.stream().filter(known -> !actor(known).equals(actor(reaction)));
        var now = Stream.concat(
                others, Stream.of(reaction).filter(given -> given.reaction().isPresent()));
        return new MessageEntry(key, at, sequence, names, words, delivery, now.toList());
    }

    MessageEntry with(Attachment newer) {
        return with(words.with(newer));
    }

    MessageEntry takenBack() {
        return with(words.asTakenBack());
    }

    /** This entry and another that turned out to be about the same message. */
    MessageEntry joinedBy(MessageEntry other) {
        var joined = new MessageEntry(
                key,
                at,
                sequence,
                names.with(other.names),
                words.with(other.words),
                delivery.with(other.delivery),
                reactions);
        for (var reaction : other.reactions) {
            joined = joined.with(reaction);
        }
        return joined;
    }

    private MessageEntry with(Words newer) {
        return new MessageEntry(key, at, sequence, names, newer, delivery, reactions);
    }

    private static String actor(Reaction reaction) {
        return reaction.by()
                .map(by -> by.identityId().or(by::address).orElse(by.kind()))
                .orElse("");
    }

    @Override
    public String toString() {
        return "MessageEntry[" + key + "]";
    }
}
