package io.switchboard.connector.whatsapp;

import io.switchboard.canonical.Money;
import io.switchboard.canonical.Part;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.payload.Payload;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/** A basket the customer sent from the merchant's catalogue. */
final class ProductOrder {

    private static final int LARGEST_QUANTITY = 1_000_000;
    private static final int MOST_DIGITS = 30;

    private ProductOrder() {}

    static Part read(Payload order) {
        return new Part.Order(
                Words.of(order, "catalog_id"),
                order.require("product_items").elements().stream()
                        .map(ProductOrder::item)
                        .toList(),
                Words.of(order, "text"));
    }

    private static Part.Order.Item item(Payload item) {
        return new Part.Order.Item(
                Words.require(item, "product_retailer_id"), quantity(item.require("quantity")), price(item));
    }

    private static int quantity(Payload quantity) {
        var whole = quantity.asWhole();
        if (whole < 0 || whole > LARGEST_QUANTITY) {
            throw new MalformedDeliveryException(quantity.path() + " is not a quantity");
        }
        return (int) whole;
    }

    private static Optional<Money> price(Payload item) {
        return item.get("item_price")
                .flatMap(price -> item.get("currency").map(code -> new Money(amount(price), currency(code))));
    }

    private static BigDecimal amount(Payload price) {
        var amount = price.asDecimal();
        if (amount.precision() > MOST_DIGITS || Math.abs(amount.scale()) > MOST_DIGITS) {
            throw new MalformedDeliveryException(price.path() + " is not an amount of money");
        }
        return amount;
    }

    private static Currency currency(Payload code) {
        try {
            return Currency.getInstance(code.asText());
        } catch (IllegalArgumentException unknown) {
            throw new MalformedDeliveryException(code.path() + " is not a currency of ISO 4217");
        }
    }
}
