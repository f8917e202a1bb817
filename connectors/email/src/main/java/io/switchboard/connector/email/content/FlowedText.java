package io.switchboard.connector.email.content;

/** Undoes {@code format=flowed} (RFC 3676): a line that ends with a blank goes on in the next one of the same quote depth. */
final class FlowedText {

    private static final String SIGNATURE = "-- ";

    private FlowedText() {}

    /** @param deleteSpace whether the blank at the line's end was added as well */
    static String unfold(String text, boolean deleteSpace) {
        var paragraphs = new StringBuilder();
        var open = -1;
        for (var line : text.split("\n", -1)) {
            var depth = quoteDepth(line);
            var content = line.substring(depth);
            content = content.startsWith(" ") ? content.substring(1) : content;
            if (depth != open) {
                paragraphs.append(paragraphs.isEmpty() ? "" : "\n").append(quotePrefix(depth));
            }
            var flows = content.endsWith(" ") && !content.equals(SIGNATURE);
            paragraphs.append(flows && deleteSpace ? content.substring(0, content.length() - 1) : content);
            open = flows ? depth : -1;
        }
        return paragraphs.toString();
    }

    private static int quoteDepth(String line) {
        var depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }

    private static String quotePrefix(int depth) {
        return depth == 0 ? "" : ">".repeat(depth) + " ";
    }
}
