package io.switchboard.connector.shopify;

import io.switchboard.canonical.Money;
import io.switchboard.connector.Translation;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Money given back. The total is what was actually paid out, which may be less than the goods were worth. */
final class RefundTranslator implements TopicTranslator {

    @Override
    public Translation translate(Resource refund, Arrival arrival) {
        var id = refund.requireId("id", "admin_graphql_api_id");
        var currency = currency(refund);
        var payments = refund.objects("transactions").stream()
                .filter(payment -> payment.text("kind").filter("refund"::equals).isPresent())
                .toList();
        return ChangeBuilder.of(arrival, "refund.created", "refund", id)
                .at(refund.moment("created_at", "processed_at"), Optional.empty())
                .partOf(refund.id("order_id"))
                .total(paidOut(payments, currency))
                .lines(Lines.refunded(refund, currency))
                .copy(refund, "note")
                .attribute(
                        "gateway",
                        payments.stream()
                                .flatMap(payment -> payment.text("gateway").stream())
                                .findFirst())
                .attribute(
                        "payment_status",
                        payments.stream()
                                .flatMap(payment -> payment.text("status").stream())
                                .findFirst())
                .attribute("return", refund.object("return").flatMap(goods -> goods.id("id", "admin_graphql_api_id")))
                .translation();
    }

    /** Empty when nothing was paid yet, or in more than one currency. */
    private static Optional<Money> paidOut(List<Resource> payments, Optional<Currency> currency) {
        var amounts = payments.stream()
                .filter(payment ->
                        payment.text("status").filter("success"::equals).isPresent())
                .flatMap(payment ->
                        Amounts.of(payment, "amount", Amounts.currency(payment).or(() -> currency)).stream())
                .toList();
        if (amounts.stream().map(Money::currency).distinct().count() > 1) {
            return Optional.empty();
        }
        return amounts.stream().reduce((sum, next) -> new Money(sum.amount().add(next.amount()), sum.currency()));
    }

    /** Refunds state their currency nowhere themselves; their positions and payments mostly do. */
    private static Optional<Currency> currency(Resource refund) {
        return refund.objects("transactions").stream()
                .flatMap(payment -> Amounts.currency(payment).stream())
                .findFirst()
                .or(() -> refund.objects("refund_line_items").stream()
                        .flatMap(position -> Amounts.currencyOfSet(position, "subtotal_set").stream())
                        .findFirst());
    }
}
