package io.switchboard.connector.shopify;

import io.switchboard.canonical.IdentityKey;
import io.switchboard.canonical.InboundEvent;
import io.switchboard.canonical.InboundEvent.IdentityRekeyed;
import io.switchboard.canonical.Party;
import io.switchboard.connector.Translation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two customers became one, or should have: Shopify also reports merges that failed or go on. Only a completed one
 * says anything about who is who.
 */
final class MergeTranslator implements TopicTranslator {

    private static final String COMPLETED = "completed";

    @Override
    public Translation translate(Resource merge, Arrival arrival) {
        var kept = merge.requireId("admin_graphql_api_customer_kept_id");
        var deleted = merge.requireId("admin_graphql_api_customer_deleted_id");
        var completed = merge.text("status").filter(COMPLETED::equalsIgnoreCase).isPresent();
        var keptKey = People.customerKey(kept, arrival.shop());
        var deletedKey = People.customerKey(deleted, arrival.shop());

        var change = ChangeBuilder.of(arrival, "customer.merged", "customer", kept)
                .customer(Optional.of(party(completed ? List.of(keptKey, deletedKey) : List.of(keptKey))))
                .copy(merge, "status")
                .attribute("merged", Optional.of(deleted))
                .alsoKnownAs(completed ? Optional.of(ChangeBuilder.timeline("customer", deleted)) : Optional.empty())
                .event();
        var events = new ArrayList<InboundEvent>(List.of(change));
        if (completed && !kept.equals(deleted)) {
            events.add(
                    new IdentityRekeyed(deletedKey, keptKey, change.thread(), change.surface(), change.occurredAt()));
        }
        return new Translation(events, List.of());
    }

    private static Party party(List<IdentityKey> identities) {
        return new Party(identities, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
