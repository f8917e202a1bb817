package io.switchboard.sandbox.platforms.shopify;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order of the shop.
 *
 * @param id above 2^53, as Shopify's are
 * @param number the customer's order number; the name is {@code #} and this
 * @param financialStatus REST's word: {@code pending}, {@code paid}, {@code partially_refunded}, {@code refunded}, …
 * @param shipment present once fulfilled
 * @param cancelledAt present once cancelled
 */
public record ShopOrder(
        long id,
        int number,
        ShopCustomer customer,
        String currency,
        List<ShopLine> lines,
        BigDecimal shipping,
        String financialStatus,
        Optional<Shipment> shipment,
        Optional<Instant> cancelledAt,
        Instant createdAt,
        Instant updatedAt) {

    public ShopOrder {
        lines = List.copyOf(lines);
    }

    public String name() {
        return "#" + number;
    }

    public String gid() {
        return "gid://shopify/Order/" + id;
    }

    public BigDecimal subtotal() {
        return lines.stream().map(ShopLine::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal total() {
        return subtotal().add(shipping);
    }

    /** Neither cancelled nor finished; what REST lists when no status is asked for. */
    boolean isOpen() {
        return cancelledAt.isEmpty();
    }

    public ShopOrder paid(Instant at) {
        return changed("paid", shipment, cancelledAt, at);
    }

    public ShopOrder cancelled(Instant at) {
        return changed("refunded", shipment, Optional.of(at), at);
    }

    public ShopOrder fulfilled(Shipment sent) {
        return changed(financialStatus, Optional.of(sent), cancelledAt, sent.createdAt());
    }

    public ShopOrder touched(Instant at) {
        return changed(financialStatus, shipment, cancelledAt, at);
    }

    @Override
    public String toString() {
        return "ShopOrder[" + id + ", " + name() + ", ***]";
    }

    private ShopOrder changed(String status, Optional<Shipment> sent, Optional<Instant> cancelled, Instant at) {
        return new ShopOrder(id, number, customer, currency, lines, shipping, status, sent, cancelled, createdAt, at);
    }
}
