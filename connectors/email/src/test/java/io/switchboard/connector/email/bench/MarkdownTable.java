package io.switchboard.connector.email.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A row for each figure, a column for each contestant. */
final class MarkdownTable {

    private final List<Contestant> contestants;
    private final List<String> lines = new ArrayList<>();

    MarkdownTable(List<Contestant> contestants) {
        this.contestants = List.copyOf(contestants);
        add("", Contestant::title);
        lines.add("|---|" + "---|".repeat(contestants.size()));
    }

    /** Printed at once as well: a run takes long. */
    void add(String figure, Function<Contestant, String> cell) {
        var cells = contestants.stream().map(cell).toList();
        lines.add("| " + figure + " | " + String.join(" | ", cells) + " |");
        System.out.println(lines.getLast());
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
