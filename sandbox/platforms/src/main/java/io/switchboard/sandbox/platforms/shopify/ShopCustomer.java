package io.switchboard.sandbox.platforms.shopify;

import io.switchboard.sandbox.platforms.demo.DemoCustomer;
import java.time.Instant;

/** A customer record of the shop; its id does not fit into a double. */
public record ShopCustomer(long id, DemoCustomer person, Instant createdAt) {

    public String gid() {
        return "gid://shopify/Customer/" + id;
    }
}
