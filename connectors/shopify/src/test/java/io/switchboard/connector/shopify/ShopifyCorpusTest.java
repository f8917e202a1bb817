package io.switchboard.connector.shopify;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.switchboard.canonical.InboundEvent.CommerceChanged;
import io.switchboard.canonical.json.CanonicalJson;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.testkit.Corpora;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Resources of real shops, as a client library keeps them for its tests, delivered under every topic that would carry
 * them. They come as the REST API answers them: their one root key is taken off, a list is delivered one by one.
 */
class ShopifyCorpusTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final List<String> ORDER = List.of(
            "orders/create",
            "orders/updated",
            "orders/paid",
            "orders/cancelled",
            "orders/fulfilled",
            "orders/partially_fulfilled");
    private static final List<String> FULFILLMENT_ORDER = List.of(
            "fulfillment_orders/placed_on_hold",
            "fulfillment_orders/moved",
            "fulfillment_orders/rescheduled",
            "fulfillment_orders/fulfillment_request_submitted",
            "fulfillment_orders/fulfillment_request_accepted",
            "fulfillment_orders/fulfillment_request_rejected");

    /** By root key: the topics that carry such a resource. */
    private static final Map<String, List<String>> CARRIED = Map.ofEntries(
            entry("order", ORDER),
            entry("orders", ORDER),
            entry("customer", List.of("customers/create", "customers/update", "customers/enable", "customers/disable")),
            entry("fulfillment", List.of("fulfillments/create", "fulfillments/update")),
            entry("fulfillment_event", List.of("fulfillment_events/create", "fulfillment_events/delete")),
            entry("fulfillment_events", List.of("fulfillment_events/create", "fulfillment_events/delete")),
            entry("draft_order", List.of("draft_orders/create", "draft_orders/update")),
            entry("draft_orders", List.of("draft_orders/create", "draft_orders/update")),
            entry("transaction", List.of("order_transactions/create")),
            entry("transactions", List.of("order_transactions/create")),
            entry("fulfillment_order", FULFILLMENT_ORDER),
            entry("original_fulfillment_order", FULFILLMENT_ORDER),
            entry("product", List.of("products/create", "products/update")),
            entry("product_listing", List.of("product_listings/add")),
            entry("variant", List.of("variants/in_stock", "variants/out_of_stock")),
            entry("smart_collection", List.of("collections/create")),
            entry("custom_collection", List.of("collections/create")),
            entry("inventory_item", List.of("inventory_items/update")),
            entry("inventory_items", List.of("inventory_items/update")),
            entry("inventory_level", List.of("inventory_levels/update")),
            entry("inventory_levels", List.of("inventory_levels/update")),
            entry("location", List.of("locations/update")),
            entry("locations", List.of("locations/update")),
            entry("shop", List.of("shop/update")),
            entry("theme", List.of("themes/update")),
            entry("application_charge", List.of("app_purchases_one_time/update")),
            entry("recurring_application_charge", List.of("app_subscriptions/update")));

    /** These webhooks keep the root key. */
    private static final List<String> WRAPPED =
            List.of("fulfillment_order", "original_fulfillment_order", "product_listing");

    /** Folders of things that only come inside an order, and the order's field for them. */
    private static final Map<String, String> PARTS =
            Map.of("orderlineitems", "line_items", "shippinglines", "shipping_lines");

    @Test
    void every_fixture_that_a_webhook_could_carry_is_translated_ignored_or_rightly_malformed() throws IOException {
        var folder = Corpora.folder("go-shopify-fixtures");
        var outcomes = new TreeMap<String, Outcome>();
        for (var file : fixtures(folder)) {
            outcomes.put(folder.relativize(file).toString(), outcome(folder, file));
        }

        var counts = new EnumMap<Outcome, Integer>(Outcome.class);
        outcomes.values().forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
        System.out.println("go-shopify-fixtures: " + outcomes.size() + " files, " + counts);
        assertThat(counts).isEqualTo(expected());
        assertThat(outcomes.entrySet().stream()
                        .filter(outcome -> outcome.getValue() == Outcome.MALFORMED)
                        .map(Map.Entry::getKey))
                .containsExactly(
                        "orderlineitems/properties_invalid0.json",
                        "shippinglines/requested_fulfillment_service_id_invalid.json");
    }

    private static Map<Outcome, Integer> expected() {
        return new EnumMap<>(
                Map.of(Outcome.EVENTS, 23, Outcome.IGNORED, 27, Outcome.MALFORMED, 2, Outcome.NOT_CARRIED, 37));
    }

    private static Outcome outcome(Path folder, Path file) throws IOException {
        var text = Files.readString(file);
        var part = PARTS.get(folder.relativize(file).getName(0).toString());
        if (part != null) {
            return delivered(ORDER, "{\"id\": 7300000000000000001, \"" + part + "\": [" + text + "]}");
        }
        var root = JSON.readTree(text);
        var key = root.fieldNames().next();
        var topics = CARRIED.get(key);
        if (topics == null || isOfPayouts(root)) {
            return Outcome.NOT_CARRIED;
        }
        var outcomes = new HashSet<Outcome>();
        for (var resource : resources(root, key)) {
            outcomes.add(delivered(topics, JSON.writeValueAsString(resource)));
        }
        assertThat(outcomes).as("what became of the elements of %s", file).hasSize(1);
        return outcomes.iterator().next();
    }

    /** Shopify Payments lists its own transactions under the same name; no webhook carries those. */
    private static boolean isOfPayouts(JsonNode root) {
        return root.findValue("payout_id") != null;
    }

    private static List<JsonNode> resources(JsonNode root, String key) {
        if (WRAPPED.contains(key)) {
            return List.of(root);
        }
        var inside = root.get(key);
        var resources = new ArrayList<JsonNode>();
        if (inside.isArray()) {
            inside.forEach(resources::add);
        } else {
            resources.add(inside);
        }
        return resources;
    }

    private static Outcome delivered(List<String> topics, String body) {
        var outcome = Outcome.IGNORED;
        for (var topic : topics) {
            try {
                var translation = Hook.of(topic, body).translation();
                assertThat(translation.events().size() + translation.ignored().size())
                        .isEqualTo(1);
                for (var event : translation.events()) {
                    assertThat(CanonicalJson.write(event)).isNotEmpty();
                    assertThat(event)
                            .isInstanceOfSatisfying(
                                    CommerceChanged.class,
                                    commerce -> assertThat(body)
                                            .contains(commerce.change().nativeId()));
                    outcome = Outcome.EVENTS;
                }
            } catch (MalformedDeliveryException malformed) {
                return Outcome.MALFORMED;
            }
        }
        return outcome;
    }

    private static List<Path> fixtures(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private enum Outcome {
        /** An event under at least one topic. */
        EVENTS,
        /** Ignored with a reason under each. */
        IGNORED,
        MALFORMED,
        /** No webhook has such a body. */
        NOT_CARRIED
    }
}
