package io.switchboard.connector.shopify;

import io.switchboard.connector.Translation;
import java.util.Optional;

/**
 * A chargeback or an inquiry of the customer's bank. The one deadline that costs money is {@code evidence_due_by}.
 *
 * @param happened the canonical topic
 * @param time the field that says when; a change has none
 */
record DisputeTranslator(String happened, Optional<String> time) implements TopicTranslator {

    @Override
    public Translation translate(Resource dispute, Arrival arrival) {
        return ChangeBuilder.of(arrival, happened, "dispute", dispute.requireId("id", "admin_graphql_api_id"))
                .at(time.flatMap(dispute::moment), dispute.moment("updated_at"))
                .partOf(dispute.id("order_id"))
                .total(Amounts.of(dispute, "amount", Amounts.currency(dispute)))
                .copy(dispute, "type", "status", "reason", "network_reason_code")
                .copyTimes(dispute, "initiated_at", "evidence_due_by", "evidence_sent_on", "finalized_on")
                .translation();
    }
}
