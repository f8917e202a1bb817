package io.switchboard.canonical;

import java.math.BigDecimal;
import java.util.Currency;

/** An amount as the platform wrote it: {@code 10.00} stays {@code 10.00}. */
public record Money(BigDecimal amount, Currency currency) {

    public static Money of(String amount, String currencyCode) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currencyCode));
    }
}
