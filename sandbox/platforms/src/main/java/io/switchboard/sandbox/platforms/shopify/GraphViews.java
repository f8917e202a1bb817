package io.switchboard.sandbox.platforms.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.switchboard.sandbox.platforms.demo.DemoCustomer;
import io.switchboard.sandbox.platforms.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Orders and customers as the GraphQL Admin API knows them, whole. Source: shopify.dev, GraphQL Admin API, Order and Customer. */
final class GraphViews {

    private GraphViews() {}

    static ObjectNode order(ShopOrder order) {
        var json = typed("Order")
                .put("id", order.gid())
                .put("legacyResourceId", Long.toString(order.id()))
                .put("name", order.name())
                .put("number", order.number())
                .put("email", order.customer().person().mailAddress())
                .put("phone", "+" + order.customer().person().phone())
                .put("createdAt", ShopTime.graph(order.createdAt()))
                .put("processedAt", ShopTime.graph(order.createdAt()))
                .put("updatedAt", ShopTime.graph(order.updatedAt()))
                .put("displayFinancialStatus", order.financialStatus().toUpperCase(Locale.ROOT))
                .put("displayFulfillmentStatus", order.shipment().isPresent() ? "FULFILLED" : "UNFULFILLED")
                .put("currencyCode", order.currency())
                .put("statusPageUrl", "https://demo.myshopify.com/548380009/orders/" + order.number())
                .putNull("note");
        json.set(
                "cancelledAt",
                order.cancelledAt()
                        .<JsonNode>map(at -> text(ShopTime.graph(at)))
                        .orElse(none()));
        json.set(
                "cancelReason",
                order.cancelledAt().<JsonNode>map(at -> text("CUSTOMER")).orElse(none()));
        json.set("totalPriceSet", bag(ShopMoney.graphSet(order.total(), order.currency())));
        json.set("currentTotalPriceSet", bag(ShopMoney.graphSet(order.total(), order.currency())));
        json.set("subtotalPriceSet", bag(ShopMoney.graphSet(order.subtotal(), order.currency())));
        json.set("totalShippingPriceSet", bag(ShopMoney.graphSet(order.shipping(), order.currency())));
        json.set("customer", plainCustomer(order.customer()));
        json.set("shippingAddress", address(order.customer().person()));
        json.set(
                "lineItems",
                connection(
                        "LineItem",
                        order.lines().stream().map(line -> line(order, line)).toList()));
        json.set(
                "fulfillments",
                Json.array(
                        order.shipment().stream().map(GraphViews::fulfillment).toList()));
        return json;
    }

    /** With the customer's orders; the orders' own customers come without. */
    static ObjectNode customer(ShopCustomer customer, List<ShopOrder> orders) {
        var json = plainCustomer(customer);
        json.put("numberOfOrders", Integer.toString(orders.size()));
        json.set(
                "orders",
                connection("Order", orders.stream().map(GraphViews::order).toList()));
        return json;
    }

    static ObjectNode connection(String nodeType, List<ObjectNode> nodes) {
        var json = typed(nodeType + "Connection");
        var edges = new ArrayList<ObjectNode>();
        for (var node : nodes) {
            var edge = typed(nodeType + "Edge").put("cursor", "cursor-" + edges.size());
            edge.set("node", node);
            edges.add(edge);
        }
        json.set("edges", Json.array(edges));
        json.set("nodes", Json.array(nodes));
        json.set(
                "pageInfo",
                typed("PageInfo")
                        .put("hasNextPage", false)
                        .put("hasPreviousPage", false)
                        .putNull("endCursor"));
        return json;
    }

    static ObjectNode typed(String type) {
        return Json.object().put(GraphProjection.TYPE, type);
    }

    private static ObjectNode plainCustomer(ShopCustomer customer) {
        var person = customer.person();
        var json = typed("Customer")
                .put("id", customer.gid())
                .put("legacyResourceId", Long.toString(customer.id()))
                .put("firstName", person.firstName())
                .put("lastName", person.lastName())
                .put("displayName", person.fullName())
                .put("email", person.mailAddress())
                .put("phone", "+" + person.phone())
                .put("createdAt", ShopTime.graph(customer.createdAt()))
                .put("state", "ENABLED")
                .put("verifiedEmail", true)
                .putNull("note");
        json.set("defaultEmailAddress", typed("CustomerEmailAddress").put("emailAddress", person.mailAddress()));
        json.set("defaultPhoneNumber", typed("CustomerPhoneNumber").put("phoneNumber", "+" + person.phone()));
        json.set("defaultAddress", address(person));
        return json;
    }

    private static ObjectNode line(ShopOrder order, ShopLine line) {
        var json = typed("LineItem")
                .put("id", "gid://shopify/LineItem/" + line.id())
                .put("title", line.title())
                .put("name", line.title())
                .put("sku", line.sku())
                .put("quantity", line.quantity());
        json.set("originalUnitPriceSet", bag(ShopMoney.graphSet(line.price(), order.currency())));
        return json;
    }

    private static ObjectNode fulfillment(Shipment sent) {
        var json = typed("Fulfillment")
                .put("id", "gid://shopify/Fulfillment/" + sent.id())
                .put("status", "SUCCESS")
                .put("displayStatus", "IN_TRANSIT")
                .put("createdAt", ShopTime.graph(sent.createdAt()));
        var tracking = typed("FulfillmentTrackingInfo")
                .put("company", sent.carrier())
                .put("number", sent.trackingNumber())
                .put("url", sent.trackingUrl());
        json.set("trackingInfo", Json.array(List.of(tracking)));
        return json;
    }

    private static ObjectNode address(DemoCustomer person) {
        return typed("MailingAddress")
                .put("name", person.fullName())
                .put("address1", "Example Street 1")
                .put("city", "Exampleville")
                .put("zip", "12345")
                .put("country", "Germany")
                .put("countryCodeV2", "DE")
                .put("phone", "+" + person.phone());
    }

    private static ObjectNode bag(ObjectNode set) {
        set.forEach(side -> ((ObjectNode) side).put(GraphProjection.TYPE, "MoneyV2"));
        return set.put(GraphProjection.TYPE, "MoneyBag");
    }

    private static JsonNode text(String value) {
        return TextNode.valueOf(value);
    }

    private static JsonNode none() {
        return NullNode.getInstance();
    }
}
