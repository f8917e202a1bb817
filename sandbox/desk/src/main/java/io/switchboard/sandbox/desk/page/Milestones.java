package io.switchboard.sandbox.desk.page;

import io.switchboard.sandbox.desk.contract.Commerce;
import io.switchboard.sandbox.desk.core.Entry;
import io.switchboard.sandbox.desk.page.Piece.Fact;
import java.util.List;
import java.util.Map;

/** Turns what a shop reported into lines of a timeline. */
final class Milestones {

    private final Times times;

    Milestones(Times times) {
        this.times = times;
    }

    Item of(Entry.Milestone entry) {
        var change = entry.change();
        return new Item.Milestone(
                entry.key(),
                icon(change.resource()),
                Look.inWords(change.topic()),
                change.name().orElse(""),
                change.total().map(Pieces::money).orElse(""),
                lines(change),
                facts(change),
                times.clockTime(entry.at()));
    }

    private static String icon(String resource) {
        return switch (resource) {
            case "customer" -> "person";
            case "shipment", "fulfillment" -> "truck";
            case "dispute" -> "alert";
            case "refund", "return" -> "back";
            default -> "bag";
        };
    }

    private static List<Fact> lines(Commerce change) {
        return change.lines().stream()
                .map(line -> new Fact(
                        line.quantity() + " × " + line.title(),
                        line.price().map(Pieces::money).orElse("")))
                .toList();
    }

    private static List<Fact> facts(Commerce change) {
        return change.attributes().entrySet().stream()
                .filter(attribute -> !attribute.getValue().isBlank())
                .sorted(Map.Entry.comparingByKey())
                .map(attribute -> new Fact(Look.inWords(attribute.getKey()), attribute.getValue()))
                .toList();
    }
}
