package io.switchboard.connector.email.content;

import java.util.Locale;

/**
 * The words of {@code text/enriched} (RFC 1896) and of {@code text/richtext} before it (RFC 1341): commands in angle brackets, lines
 * that go on until an empty one.
 */
final class EnrichedText {
    private static final int MAX_COMMAND = 60;

    private final String source;
    private final boolean rich;
    private final StringBuilder text = new StringBuilder();
    private int at;
    private int verbatim;
    private int silent;

    private EnrichedText(String source, boolean rich) {
        this.source = source;
        this.rich = rich;
    }

    /** @param rich whether it is the older of the two */
    static String read(String source, boolean rich) {
        var enriched = new EnrichedText(source, rich);
        while (enriched.at < source.length()) {
            enriched.next();
        }
        return enriched.text.toString().strip();
    }

    private void next() {
        var c = source.charAt(at);
        if (c == '<') {
            bracket();
        } else if (c == '\n') {
            lineEnds();
        } else {
            write(String.valueOf(c));
            at++;
        }
    }

    private void bracket() {
        if (source.startsWith("<<", at) && !rich) {
            write("<");
            at += 2;
            return;
        }
        var end = source.indexOf('>', at, Math.min(source.length(), at + MAX_COMMAND));
        if (end < 0) {
            write("<");
            at++;
            return;
        }
        command(source.substring(at + 1, end).strip().toLowerCase(Locale.ROOT));
        at = end + 1;
    }

    private void command(String name) {
        switch (name) {
            case "param", "comment" -> silent++;
            case "/param", "/comment" -> silent = Math.max(0, silent - 1);
            case "nofill", "verbatim" -> verbatim++;
            case "/nofill", "/verbatim" -> verbatim = Math.max(0, verbatim - 1);
            case "nl", "np", "/paragraph" -> write("\n");
            case "lt" -> write("<");
            default -> {}
        }
    }

    /** One line end is a blank, each further one a line end. */
    private void lineEnds() {
        var start = at;
        while (at < source.length() && source.charAt(at) == '\n') {
            at++;
        }
        var count = at - start;
        var kept = rich ? 0 : count - 1;
        write(verbatim > 0 ? "\n".repeat(count) : kept == 0 ? " " : "\n".repeat(kept));
    }

    private void write(String words) {
        if (silent == 0) {
            text.append(words);
        }
    }
}
