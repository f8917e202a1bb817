package io.switchboard.connector.shopify;

import java.util.List;

/** Where parcels are followed: numbers, pages and carriers of one or several fulfillments, each once. */
record Tracking(List<String> numbers, List<String> pages, List<String> carriers) {

    static Tracking of(List<Resource> fulfillments) {
        return new Tracking(
                distinct(fulfillments, "tracking_numbers", "tracking_number"),
                distinct(fulfillments, "tracking_urls", "tracking_url"),
                fulfillments.stream()
                        .flatMap(fulfillment -> fulfillment.text("tracking_company").stream())
                        .distinct()
                        .toList());
    }

    void describe(ChangeBuilder change) {
        change.attributes("tracking_number", numbers, ", ")
                .attributes("tracking_url", pages, " ")
                .attribute("tracking_company", carriers.stream().findFirst());
    }

    private static List<String> distinct(List<Resource> fulfillments, String plural, String singular) {
        return fulfillments.stream()
                .flatMap(fulfillment -> {
                    var several = fulfillment.texts(plural);
                    return several.isEmpty() ? fulfillment.text(singular).stream() : several.stream();
                })
                .distinct()
                .toList();
    }
}
