package io.switchboard.gateway.tickets;

import io.switchboard.canonical.Author;
import io.switchboard.canonical.AuthorKind;
import io.switchboard.canonical.IdentityKey;
import io.switchboard.canonical.InboundEvent;
import io.switchboard.canonical.Party;
import io.switchboard.canonical.PrivacyRequest;
import java.util.List;
import java.util.Optional;

/** Which person an event is about. */
final class Parties {

    private Parties() {}

    static Optional<Party> customer(Fact fact) {
        return switch (fact) {
            case Fact.FromPlatform platform -> customer(platform.event());
            case Fact.FromUs ours -> Optional.empty();
            case Fact.Joined joined -> Optional.empty();
        };
    }

    static List<IdentityKey> names(Fact fact) {
        return customer(fact).map(Party::identities).orElse(List.of());
    }

    private static Optional<Party> customer(InboundEvent event) {
        return switch (event) {
            case InboundEvent.MessageReceived received ->
                customer(received.message().author());
            case InboundEvent.MessageEdited edited ->
                customer(edited.replacement().author());
            case InboundEvent.MessageDeleted deleted -> customer(deleted.by());
            case InboundEvent.ReactionChanged reaction -> customer(reaction.by());
            case InboundEvent.IdentityRekeyed rekeyed ->
                Optional.of(new Party(
                        List.of(rekeyed.previous(), rekeyed.current()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
            case InboundEvent.ConsentChanged consent -> Optional.of(consent.party());
            case InboundEvent.CommerceChanged commerce -> commerce.change().customer();
            case InboundEvent.PrivacyRequested privacy -> subject(privacy.request());
            case InboundEvent.MessageSentElsewhere elsewhere -> Optional.empty();
            case InboundEvent.ReceiptChanged receipt -> Optional.empty();
            case InboundEvent.ConnectionHealthChanged health -> Optional.empty();
        };
    }

    private static Optional<Party> customer(Author author) {
        return author.kind() == AuthorKind.CUSTOMER ? Optional.of(author.party()) : Optional.empty();
    }

    private static Optional<Party> subject(PrivacyRequest request) {
        return request.subject();
    }
}
