package io.switchboard.sandbox.platforms.shopify;

import io.switchboard.sandbox.platforms.demo.DemoCustomer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the demo shop has sold: three customers, five orders, three currencies (one without decimals), one order each that is
 * fulfilled, open, partly refunded, cancelled, and unpaid. The same every time for the same day of opening.
 */
public final class DemoCatalogue {

    private static final long ORDER_IDS = 820_982_911_946_154_508L;
    private static final long CUSTOMER_IDS = 115_310_627_314_723_954L;
    private static final long LINE_IDS = 866_550_311_766_439_020L;

    private final List<ShopCustomer> customers;
    private final List<ShopOrder> orders;

    private DemoCatalogue(List<ShopCustomer> customers, List<ShopOrder> orders) {
        this.customers = customers;
        this.orders = orders;
    }

    /** A shop whose last order came in at this time. */
    public static DemoCatalogue asOf(Instant now) {
        var opened = now.minus(Duration.ofDays(400));
        var ada = new ShopCustomer(CUSTOMER_IDS, DemoCustomer.ADA, opened);
        var grace = new ShopCustomer(CUSTOMER_IDS + 1, DemoCustomer.GRACE, opened.plus(Duration.ofDays(30)));
        var juergen = new ShopCustomer(CUSTOMER_IDS + 2, DemoCustomer.JUERGEN, opened.plus(Duration.ofDays(60)));
        var mug = line(1, "Enamel mug", "MUG-BLUE", 2, "14.50");
        var lamp = line(2, "Desk lamp", "LAMP-OAK", 1, "89.00");
        var sent = now.minus(Duration.ofDays(3));
        var shipment = new Shipment(255_858_046_000_000_001L, "UPS", "1Z2345", sent);
        return new DemoCatalogue(
                List.of(ada, grace, juergen),
                List.of(
                        order(1001, ada, "USD", List.of(mug), "4.90", "paid", sent)
                                .fulfilled(shipment),
                        order(1002, ada, "USD", List.of(lamp, mug), "0.00", "paid", now),
                        order(1003, grace, "EUR", List.of(lamp), "6.00", "partially_refunded", sent),
                        order(1004, juergen, "EUR", List.of(mug), "6.00", "paid", sent)
                                .cancelled(now),
                        order(
                                1005,
                                grace,
                                "JPY",
                                List.of(line(3, "Tea set", "TEA-5", 1, "12800")),
                                "900",
                                "pending",
                                now)));
    }

    public List<ShopCustomer> customers() {
        return customers;
    }

    public List<ShopOrder> orders() {
        return orders;
    }

    public ShopOrder order(int number) {
        return first(orders, order -> order.number() == number)
                .orElseThrow(() -> new IllegalArgumentException("the demo shop has no order " + number));
    }

    public ShopCustomer customer(DemoCustomer person) {
        return first(customers, customer -> customer.person() == person)
                .orElseThrow(() -> new IllegalArgumentException("the demo shop does not know " + person.name()));
    }

    Optional<ShopOrder> orderById(long id) {
        return first(orders, order -> order.id() == id);
    }

    Optional<ShopCustomer> customerById(long id) {
        return first(customers, customer -> customer.id() == id);
    }

    List<ShopOrder> ordersOf(ShopCustomer customer) {
        return orders.stream()
                .filter(order -> order.customer().equals(customer))
                .toList();
    }

    private static <T> Optional<T> first(List<T> all, Predicate<T> wanted) {
        return all.stream().filter(wanted).findFirst();
    }

    private static ShopOrder order(
            int number,
            ShopCustomer customer,
            String currency,
            List<ShopLine> lines,
            String shipping,
            String financialStatus,
            Instant updated) {
        return new ShopOrder(
                ORDER_IDS + number - 1001,
                number,
                customer,
                currency,
                lines,
                new BigDecimal(shipping),
                financialStatus,
                Optional.empty(),
                Optional.empty(),
                updated.minus(Duration.ofDays(2)),
                updated);
    }

    private static ShopLine line(int which, String title, String sku, int quantity, String price) {
        return new ShopLine(LINE_IDS + which, title, sku, quantity, new BigDecimal(price));
    }
}
