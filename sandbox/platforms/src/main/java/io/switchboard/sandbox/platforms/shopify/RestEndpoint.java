package io.switchboard.sandbox.platforms.shopify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import io.switchboard.sandbox.platforms.wire.Endpoint;
import io.switchboard.sandbox.platforms.wire.Json;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** {@code GET} of orders and customers over the Admin REST API: by id, by search, and a customer's orders. */
final class RestEndpoint implements Endpoint {

    private static final Pattern RESOURCE =
            Pattern.compile("/admin/api/[^/]+/(orders|customers)(?:/([0-9]{1,18}))?(?:/(orders|search))?\\.json");

    private final DemoCatalogue catalogue;

    RestEndpoint(DemoCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public ResponseDefinitionBuilder answer(Request request) {
        var path = URI.create(request.getUrl()).getPath();
        var asked = RESOURCE.matcher(path);
        return asked.matches() ? resource(asked, request) : ShopAnswer.notFound();
    }

    private ResponseDefinitionBuilder resource(MatchResult asked, Request request) {
        var kind = asked.group(1)
                + Optional.ofNullable(asked.group(3)).map(more -> "/" + more).orElse("");
        if (asked.group(2) == null) {
            return switch (kind) {
                case "orders" -> orders(catalogue.orders(), request);
                case "customers" -> customers(new ShopSearch(ids(request)));
                case "customers/search" -> customers(new ShopSearch(parameter(request, "query")));
                default -> ShopAnswer.notFound();
            };
        }
        long id = Long.parseLong(asked.group(2));
        return switch (kind) {
            case "orders" -> one("order", catalogue.orderById(id).map(RestViews::order));
            case "customers" -> one("customer", catalogue.customerById(id).map(RestViews::customer));
            case "customers/orders" ->
                catalogue
                        .customerById(id)
                        .map(customer -> orders(catalogue.ordersOf(customer), request))
                        .orElseGet(ShopAnswer::notFound);
            default -> ShopAnswer.notFound();
        };
    }

    /** Without {@code status=any} only open orders are listed, which surprises everybody once. */
    private static ResponseDefinitionBuilder orders(List<ShopOrder> all, Request request) {
        boolean any = parameter(request, "status").equals("any");
        var email = parameter(request, "email");
        var name = parameter(request, "name");
        var found = all.stream()
                .filter(order -> any || order.isOpen())
                .filter(order -> email.isEmpty() || new ShopSearch("email:" + email).finds(order))
                .filter(order -> name.isEmpty() || new ShopSearch("name:" + name).finds(order))
                .map(RestViews::order)
                .toList();
        return many("orders", found);
    }

    private ResponseDefinitionBuilder customers(ShopSearch search) {
        return many(
                "customers",
                catalogue.customers().stream()
                        .filter(search::finds)
                        .map(RestViews::customer)
                        .toList());
    }

    private static ResponseDefinitionBuilder one(String key, Optional<ObjectNode> found) {
        return found.map(resource -> ShopAnswer.json(200, Json.object().set(key, resource)))
                .orElseGet(ShopAnswer::notFound);
    }

    private static ResponseDefinitionBuilder many(String key, List<ObjectNode> found) {
        return ShopAnswer.json(200, Json.object().set(key, Json.array(found)));
    }

    private static String ids(Request request) {
        var ids = parameter(request, "ids");
        return ids.isEmpty() ? "" : "id:" + ids;
    }

    private static String parameter(Request request, String name) {
        var parameter = request.queryParameter(name);
        return parameter.isPresent() ? parameter.firstValue() : "";
    }
}
