package io.switchboard.connector.email.quotation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * HTML as lines of text that remember where they end in it. What programs mark as an earlier mail is quoted by {@code >}; what they
 * mark as signature is empty.
 */
final class HtmlLines implements NodeVisitor {

    /** Stands for a picture. */
    private static final char PICTURE = '\uFFFC';

    private static final int TINY = 3;
    private static final Set<String> SILENT = Set.of("script", "style", "title", "template", "noscript", "head");
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "table", "pre");
    private static final Set<String> CELLS = Set.of("td", "th");

    private final boolean isForward;
    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    /** Of the elements that are open. */
    private final Deque<ClientMarkup> markups = new ArrayDeque<>();

    private Node last;
    private int lastEnd;
    private int silent;
    private int signature;
    private int quotation;
    private int preformatted;
    private boolean restIsQuotation;

    /**
     * A line.
     *
     * @param text its words, quoted or not
     * @param last the last node in it that shows something
     * @param end how much of that node's text belongs to the line
     */
    record Line(String text, Node last, int end) {

        boolean isEmpty() {
            return text.isBlank();
        }

        boolean isPicture() {
            return text.chars().allMatch(c -> c == PICTURE || c == ' ');
        }
    }

    private HtmlLines(Element body, boolean isForward) {
        this.isForward = isForward;
        this.last = body;
    }

    static List<Line> of(Element body, boolean isForward) {
        var lines = new HtmlLines(body, isForward);
        body.traverse(lines);
        lines.endLine();
        return lines.lines;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            if (silent == 0) {
                add(text);
            }
        } else if (node instanceof Element element) {
            open(element);
        }
    }

    private void open(Element element) {
        if (isSilent(element)) {
            silent++;
            return;
        }
        if (breaksLine(element)) {
            endLine();
        }
        var markup = ClientMarkup.of(element);
        markups.push(markup);
        switch (markup) {
            case QUOTATION -> quotation++;
            case SIGNATURE -> signature++;
            case REST_IS_QUOTATION -> restIsQuotation |= !isForward;
            case NONE -> {}
        }
        switch (element.normalName()) {
            case "br" -> breakLine();
            case "hr" -> rule(element);
            case "img" -> picture(element);
            case "li" -> words.append("- ");
            case "td", "th" -> blank();
            case "pre" -> preformatted++;
            default -> {}
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        if (isSilent(element)) {
            silent--;
            return;
        }
        if (breaksLine(element)) {
            endLine();
        }
        if (PARAGRAPHS.contains(element.normalName())) {
            emptyLine();
        }
        switch (markups.pop()) {
            case QUOTATION -> quotation--;
            case SIGNATURE -> signature--;
            case REST_IS_QUOTATION, NONE -> {}
        }
        preformatted -= element.normalName().equals("pre") ? 1 : 0;
    }

    private void add(TextNode node) {
        var text = node.getWholeText();
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (preformatted > 0 && c == '\n') {
                breakLine();
            } else if (Wording.isBlank(c) && preformatted == 0) {
                blank();
            } else {
                words.append(c);
                last = node;
                lastEnd = i + 1;
            }
        }
    }

    private void blank() {
        if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
            words.append(' ');
        }
    }

    private void rule(Element element) {
        words.append("---");
        last = element;
        endLine();
    }

    /** What only counts who reads is no picture. */
    private void picture(Element element) {
        if (silent == 0 && !isTiny(element.attr("width")) && !isTiny(element.attr("height"))) {
            words.append(PICTURE);
            last = element;
        }
    }

    private static boolean isTiny(String size) {
        var digits = size.strip().toLowerCase(Locale.ROOT).replace("px", "");
        return digits.length() == 1 && Character.isDigit(digits.charAt(0)) && digits.charAt(0) - '0' <= TINY;
    }

    private void endLine() {
        if (!words.toString().isBlank()) {
            breakLine();
        } else {
            words.setLength(0);
        }
    }

    private void breakLine() {
        var isQuoted = quotation > 0 || restIsQuotation;
        var text =
                signature > 0 ? "" : (isQuoted ? "> " : "") + words.toString().stripTrailing();
        lines.add(new Line(text.replace('\n', ' ').replace('\r', ' '), last, lastEnd));
        words.setLength(0);
    }

    private void emptyLine() {
        if (!lines.isEmpty() && !lines.getLast().isEmpty()) {
            lines.add(new Line("", last, lastEnd));
        }
    }

    private static boolean isSilent(Element element) {
        return SILENT.contains(element.normalName())
                || (element.hasAttr("style") && ClientMarkup.style(element).contains("display:none"));
    }

    private static boolean breaksLine(Element element) {
        return element.isBlock() && !CELLS.contains(element.normalName());
    }
}
