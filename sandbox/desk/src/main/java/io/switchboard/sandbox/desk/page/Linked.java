package io.switchboard.sandbox.desk.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A text cut where web addresses begin and end, so that a template can make links of them and of nothing else. */
record Linked(List<Run> runs) {

    static final Linked NOTHING = new Linked(List.of());

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"'`]+[^\\s<>\"'`.,;:!?)\\]}]");

    Linked {
        runs = List.copyOf(runs);
    }

    static Linked of(String text) {
        var runs = new ArrayList<Run>();
        var matcher = ADDRESS.matcher(text);
        var from = 0;
        while (matcher.find()) {
            if (matcher.start() > from) {
                runs.add(new Run(text.substring(from, matcher.start()), false));
            }
            runs.add(new Run(matcher.group(), true));
            from = matcher.end();
        }
        if (from < text.length()) {
            runs.add(new Run(text.substring(from), false));
        }
        return new Linked(runs);
    }

    public boolean isEmpty() {
        return runs.isEmpty();
    }

    @Override
    public String toString() {
        return "Linked[***]";
    }

    /** Words, or a web address. */
    record Run(String text, boolean link) {
        @Override
        public String toString() {
            return "Run[***]";
        }
    }
}
