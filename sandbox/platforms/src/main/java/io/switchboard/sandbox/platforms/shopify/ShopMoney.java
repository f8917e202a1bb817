package io.switchboard.sandbox.platforms.shopify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.sandbox.platforms.wire.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** Money as the shop writes it: always a string, with as many decimals as the currency has. */
final class ShopMoney {

    private ShopMoney() {}

    static String text(BigDecimal amount, String currency) {
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return amount.setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** {@code …_set} of REST. */
    static ObjectNode restSet(BigDecimal amount, String currency) {
        var set = Json.object();
        for (var side : new String[] {"shop_money", "presentment_money"}) {
            set.putObject(side).put("amount", text(amount, currency)).put("currency_code", currency);
        }
        return set;
    }

    /** {@code MoneyBag} of GraphQL. */
    static ObjectNode graphSet(BigDecimal amount, String currency) {
        var set = Json.object();
        for (var side : new String[] {"shopMoney", "presentmentMoney"}) {
            set.set(side, graphMoney(amount, currency));
        }
        return set;
    }

    static ObjectNode graphMoney(BigDecimal amount, String currency) {
        return Json.object().put("amount", text(amount, currency)).put("currencyCode", currency);
    }
}
