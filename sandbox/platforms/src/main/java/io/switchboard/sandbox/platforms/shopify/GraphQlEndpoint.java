package io.switchboard.sandbox.platforms.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import io.switchboard.sandbox.platforms.wire.Endpoint;
import io.switchboard.sandbox.platforms.wire.Json;
import java.util.Optional;

/**
 * {@code POST /admin/api/{version}/graphql.json}: queries for {@code order}, {@code orders}, {@code customer},
 * {@code customers} and {@code shop}. Errors come with status 200, as GraphQL has it.
 */
final class GraphQlEndpoint implements Endpoint {

    private final DemoCatalogue catalogue;
    private final String shopDomain;

    GraphQlEndpoint(DemoCatalogue catalogue, String shopDomain) {
        this.catalogue = catalogue;
        this.shopDomain = shopDomain;
    }

    @Override
    public ResponseDefinitionBuilder answer(Request request) {
        var body = Json.readObject(request.getBodyAsString());
        var query = body.map(json -> json.path("query")).filter(JsonNode::isTextual);
        if (query.isEmpty()) {
            return ShopAnswer.json(400, Json.object().put("errors", "Required parameter missing or invalid: query"));
        }
        var variables = body.get().path("variables") instanceof ObjectNode given ? given : Json.object();
        var answer = Json.object();
        try {
            answer.set("data", data(query.get().textValue(), variables));
        } catch (GraphQlException e) {
            answer.set("errors", ShopAnswer.errors(e.reason(), e.code()));
        }
        answer.set("extensions", cost());
        return ShopAnswer.json(200, answer);
    }

    private ObjectNode data(String query, ObjectNode variables) {
        var data = Json.object();
        for (var field : GraphQuery.read(query, variables)) {
            data.set(field.key(), GraphProjection.of(root(field), field));
        }
        return data;
    }

    private JsonNode root(GraphField field) {
        return switch (field.name()) {
            case "order" -> found(catalogue.orderById(id(field, "Order")).map(GraphViews::order));
            case "customer" ->
                found(catalogue.customerById(id(field, "Customer")).map(this::customer));
            case "orders" ->
                GraphViews.connection(
                        "Order",
                        catalogue.orders().stream()
                                .filter(search(field)::finds)
                                .map(GraphViews::order)
                                .toList());
            case "customers" ->
                GraphViews.connection(
                        "Customer",
                        catalogue.customers().stream()
                                .filter(search(field)::finds)
                                .map(this::customer)
                                .toList());
            case "shop" -> GraphViews.typed("Shop").put("name", "Demo Shop").put("myshopifyDomain", shopDomain);
            default ->
                throw new GraphQlException(
                        "undefinedField", "Field '%s' doesn't exist on type 'QueryRoot'".formatted(field.name()));
        };
    }

    private ObjectNode customer(ShopCustomer customer) {
        return GraphViews.customer(customer, catalogue.ordersOf(customer));
    }

    private static JsonNode found(Optional<ObjectNode> object) {
        return object.isPresent() ? object.get() : NullNode.getInstance();
    }

    private static long id(GraphField field, String type) {
        var gid = field.argument("id").map(JsonNode::asText).orElse("");
        var prefix = "gid://shopify/" + type + "/";
        if (!gid.startsWith(prefix) || !gid.substring(prefix.length()).matches("[0-9]{1,18}")) {
            throw new GraphQlException(
                    "argumentLiteralsIncompatible", "id is not a global id of type %s".formatted(type));
        }
        return Long.parseLong(gid.substring(prefix.length()));
    }

    private static ShopSearch search(GraphField field) {
        if (field.argument("first").isEmpty() && field.argument("last").isEmpty()) {
            throw new GraphQlException("BAD_REQUEST", "you must provide one of first or last");
        }
        return new ShopSearch(field.argument("query")
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .orElse(""));
    }

    private static ObjectNode cost() {
        var extensions = Json.object();
        extensions
                .putObject("cost")
                .put("requestedQueryCost", 8)
                .put("actualQueryCost", 8)
                .putObject("throttleStatus")
                .put("maximumAvailable", 2000.0)
                .put("currentlyAvailable", 1992)
                .put("restoreRate", 100.0);
        return extensions;
    }
}
