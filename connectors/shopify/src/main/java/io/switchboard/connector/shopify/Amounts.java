package io.switchboard.connector.shopify;

import io.switchboard.canonical.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Money as Shopify writes it: a decimal text, sometimes a number, its currency beside it or in the resource around
 * it.
 */
final class Amounts {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");
    /** ISO 4217 for "no currency"; Shopify puts it where it knows none. */
    private static final String NO_CURRENCY = "XXX";

    private Amounts() {}

    /** The amount in a field, every written digit kept. */
    static Optional<Money> of(Resource resource, String field, Optional<Currency> currency) {
        return currency.flatMap(known -> resource.text(field)
                .filter(text -> DECIMAL.matcher(text).matches())
                .map(text -> new Money(new BigDecimal(text), known)));
    }

    /** The shop's amount in a price set such as {@code subtotal_set}. */
    static Optional<Money> ofSet(Resource resource, String field) {
        return resource.object(field)
                .flatMap(set -> set.object("shop_money"))
                .flatMap(money -> of(money, "amount", currency(money)));
    }

    /** The resource's own currency, under the names webhooks, price sets and GraphQL give it. */
    static Optional<Currency> currency(Resource resource) {
        return resource.text("currency")
                .or(() -> resource.text("currency_code"))
                .or(() -> resource.text("currencyCode"))
                .flatMap(Amounts::known);
    }

    /** The shop's currency in a price set such as {@code price_set}. */
    static Optional<Currency> currencyOfSet(Resource resource, String field) {
        return resource.object(field).flatMap(set -> set.object("shop_money")).flatMap(Amounts::currency);
    }

    private static Optional<Currency> known(String code) {
        try {
            return Optional.of(code).filter(text -> !text.equals(NO_CURRENCY)).map(Currency::getInstance);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
