package io.switchboard.connector.shopify;

import io.switchboard.connector.Translation;
import java.util.Set;

/** A payment that did not work. One that did is told by {@code orders/paid} and {@code refunds/create}. */
final class PaymentTranslator implements TopicTranslator {

    private static final Set<String> FAILED = Set.of("failure", "error");

    @Override
    public Translation translate(Resource transaction, Arrival arrival) {
        if (transaction.text("status").filter(FAILED::contains).isEmpty()) {
            return TopicTranslator.ignored(
                    arrival, "payment that did not fail, told by orders/paid and refunds/create");
        }
        return ChangeBuilder.of(arrival, "order.payment_failed", "payment", transaction.requireId("id"))
                .at(transaction.moment("processed_at", "created_at"), transaction.moment("created_at"))
                .partOf(transaction.id("order_id"))
                .total(Amounts.of(transaction, "amount", Amounts.currency(transaction)))
                .copy(transaction, "status", "kind", "gateway", "error_code", "message")
                .translation();
    }
}
