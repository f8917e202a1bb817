package io.switchboard.sandbox.platforms.shopify;

import java.math.BigDecimal;

/** One position of an order. */
public record ShopLine(long id, String title, String sku, int quantity, BigDecimal price) {

    BigDecimal total() {
        return price.multiply(BigDecimal.valueOf(quantity));
    }
}
