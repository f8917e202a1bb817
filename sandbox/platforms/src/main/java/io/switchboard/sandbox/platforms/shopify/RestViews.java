package io.switchboard.sandbox.platforms.shopify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.sandbox.platforms.demo.DemoCustomer;
import io.switchboard.sandbox.platforms.wire.Json;
import java.math.BigDecimal;

/** Orders, customers and fulfilments as Admin REST and webhooks write them. Source: shopify.dev, Order, Customer, Fulfillment. */
final class RestViews {

    private RestViews() {}

    static ObjectNode order(ShopOrder order) {
        var json = Json.object()
                .put("id", order.id())
                .put("admin_graphql_api_id", order.gid())
                .put("app_id", 580111)
                .put("name", order.name())
                .put("number", order.number() - 1000)
                .put("order_number", order.number())
                .put("email", order.customer().person().mailAddress())
                .put("contact_email", order.customer().person().mailAddress())
                .put("phone", "+" + order.customer().person().phone())
                .put("created_at", ShopTime.rest(order.createdAt()))
                .put("processed_at", ShopTime.rest(order.createdAt()))
                .put("updated_at", ShopTime.rest(order.updatedAt()))
                .put("currency", order.currency())
                .put("presentment_currency", order.currency())
                .put("financial_status", order.financialStatus())
                .put("test", false)
                .put("tags", "")
                .put("source_name", "web")
                .put("order_status_url", "https://demo.myshopify.com/548380009/orders/" + order.number())
                .putNull("note")
                .putNull("closed_at");
        order.shipment()
                .ifPresentOrElse(
                        sent -> json.put("fulfillment_status", "fulfilled"), () -> json.putNull("fulfillment_status"));
        order.cancelledAt()
                .ifPresentOrElse(
                        at -> json.put("cancelled_at", ShopTime.rest(at)).put("cancel_reason", "customer"),
                        () -> json.putNull("cancelled_at").putNull("cancel_reason"));
        addMoney(json, order);
        json.set(
                "line_items",
                Json.array(order.lines().stream().map(line -> line(order, line)).toList()));
        json.set(
                "fulfillments",
                Json.array(order.shipment().stream()
                        .map(sent -> fulfillment(order, sent))
                        .toList()));
        json.putArray("refunds");
        json.set("shipping_address", address(order.customer().person()));
        json.set("billing_address", address(order.customer().person()));
        json.set("customer", customer(order.customer()));
        return json;
    }

    static ObjectNode customer(ShopCustomer customer) {
        var person = customer.person();
        var json = Json.object()
                .put("id", customer.id())
                .put("admin_graphql_api_id", customer.gid())
                .put("email", person.mailAddress())
                .put("first_name", person.firstName())
                .put("last_name", person.lastName())
                .put("phone", "+" + person.phone())
                .put("state", "enabled")
                .put("verified_email", true)
                .put("tax_exempt", false)
                .put("tags", "")
                .put("currency", "USD")
                .put("created_at", ShopTime.rest(customer.createdAt()))
                .put("updated_at", ShopTime.rest(customer.createdAt()))
                .putNull("note");
        json.set("default_address", address(person));
        return json;
    }

    static ObjectNode fulfillment(ShopOrder order, Shipment sent) {
        var json = Json.object()
                .put("id", sent.id())
                .put("admin_graphql_api_id", "gid://shopify/Fulfillment/" + sent.id())
                .put("order_id", order.id())
                .put("name", order.name() + ".1")
                .put("status", "success")
                .put("service", "manual")
                .put("email", order.customer().person().mailAddress())
                .put("created_at", ShopTime.rest(sent.createdAt()))
                .put("updated_at", ShopTime.rest(sent.createdAt()))
                .put("tracking_company", sent.carrier())
                .put("tracking_number", sent.trackingNumber())
                .put("tracking_url", sent.trackingUrl())
                .putNull("shipment_status");
        json.putArray("tracking_numbers").add(sent.trackingNumber());
        json.putArray("tracking_urls").add(sent.trackingUrl());
        json.set(
                "line_items",
                Json.array(order.lines().stream().map(line -> line(order, line)).toList()));
        return json;
    }

    static ObjectNode line(ShopOrder order, ShopLine line) {
        var json = Json.object()
                .put("id", line.id())
                .put("admin_graphql_api_id", "gid://shopify/LineItem/" + line.id())
                .put("title", line.title())
                .put("name", line.title())
                .put("sku", line.sku())
                .put("quantity", line.quantity())
                .put("price", ShopMoney.text(line.price(), order.currency()))
                .put("total_discount", ShopMoney.text(BigDecimal.ZERO, order.currency()))
                .put("requires_shipping", true)
                .put("taxable", true)
                .put("gift_card", false);
        json.set("price_set", ShopMoney.restSet(line.price(), order.currency()));
        return json;
    }

    private static void addMoney(ObjectNode json, ShopOrder order) {
        json.put("subtotal_price", ShopMoney.text(order.subtotal(), order.currency()))
                .put("total_line_items_price", ShopMoney.text(order.subtotal(), order.currency()))
                .put("total_price", ShopMoney.text(order.total(), order.currency()))
                .put("current_total_price", ShopMoney.text(order.total(), order.currency()))
                .put("total_discounts", ShopMoney.text(BigDecimal.ZERO, order.currency()))
                .put("total_tax", ShopMoney.text(BigDecimal.ZERO, order.currency()))
                .put("taxes_included", true);
        json.set("total_price_set", ShopMoney.restSet(order.total(), order.currency()));
        json.set("total_shipping_price_set", ShopMoney.restSet(order.shipping(), order.currency()));
    }

    private static ObjectNode address(DemoCustomer person) {
        return Json.object()
                .put("first_name", person.firstName())
                .put("last_name", person.lastName())
                .put("name", person.fullName())
                .put("address1", "Example Street 1")
                .put("city", "Exampleville")
                .put("zip", "12345")
                .put("country", "Germany")
                .put("country_code", "DE")
                .put("phone", "+" + person.phone())
                .putNull("address2")
                .putNull("company");
    }
}
