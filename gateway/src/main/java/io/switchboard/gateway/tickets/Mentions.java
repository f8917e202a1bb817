package io.switchboard.gateway.tickets;

import io.switchboard.canonical.InboundEvent;
import io.switchboard.canonical.InboundMessage;
import io.switchboard.gateway.journal.Report;
import java.util.ArrayList;
import java.util.List;

/** Which messages a fact speaks of. */
final class Mentions {

    private Mentions() {}

    /** The native ids of messages a fact speaks of and somebody may know. A message that is claimed for the first time is unknown. */
    static List<String> of(Fact fact) {
        return switch (fact) {
            case Fact.Joined joined -> List.of(joined.event().target());
            case Fact.FromUs ours ->
                ours.report() instanceof Report.ReplyProgress reply ? reply.nativeIds() : List.of();
            case Fact.FromPlatform platform -> of(platform.event());
        };
    }

    private static List<String> of(InboundEvent event) {
        return switch (event) {
            case InboundEvent.MessageReceived received ->
                of(received.message(), received.message().fingerprint().isPresent());
            case InboundEvent.MessageSentElsewhere elsewhere -> of(elsewhere.message(), true);
            case InboundEvent.MessageEdited edited ->
                List.of(edited.replacement().nativeId());
            case InboundEvent.MessageDeleted deleted -> List.of(deleted.target());
            case InboundEvent.ReactionChanged reaction -> List.of(reaction.target());
            case InboundEvent.ReceiptChanged receipt -> List.of(receipt.target());
            case InboundEvent.IdentityRekeyed rekeyed -> List.of();
            case InboundEvent.ConsentChanged consent -> List.of();
            case InboundEvent.CommerceChanged commerce -> List.of();
            case InboundEvent.PrivacyRequested privacy -> List.of();
            case InboundEvent.ConnectionHealthChanged health -> List.of();
        };
    }

    private static List<String> of(InboundMessage message, boolean itself) {
        var ids = new ArrayList<String>();
        if (itself) {
            ids.add(message.nativeId());
        }
        message.inReplyTo().ifPresent(reference -> ids.add(reference.nativeId()));
        return ids;
    }
}
