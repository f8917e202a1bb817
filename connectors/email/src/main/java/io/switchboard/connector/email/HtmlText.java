package io.switchboard.connector.email;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * HTML in plain words: blocks become lines, list items get a dash, quotations an angle, links their address, pictures their
 * description. Walks without recursion, so that depth costs nothing.
 */
final class HtmlText implements NodeVisitor {

    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "table", "pre", "hr");
    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Set<String> SILENT = Set.of("script", "style", "title", "template", "noscript", "head");

    private final PlainLines lines = new PlainLines();
    private int silent;
    private int preformatted;
    private int quoted;

    private HtmlText() {}

    static String of(Element body) {
        var text = new HtmlText();
        body.traverse(text);
        return text.lines.text();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            if (silent == 0) {
                lines.add(words.getWholeText(), preformatted > 0);
            }
        } else if (node instanceof Element element) {
            open(element);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            close(element);
        }
    }

    private void open(Element element) {
        if (isSilent(element)) {
            silent++;
        }
        if (silent > 0) {
            return;
        }
        switch (element.normalName()) {
            case "br" -> lines.lineEnd();
            case "hr" -> lines.block(1).add("---", false);
            case "img" -> lines.add(alternative(element), false);
            case "li" -> lines.block(0).add("- ", true);
            case "td", "th" -> lines.gap();
            case "pre" -> preformatted++;
            case "blockquote" -> lines.block(1).quote(++quoted);
            default -> startBlock(element);
        }
    }

    private void close(Element element) {
        if (isSilent(element)) {
            silent--;
            return;
        }
        if (silent > 0) {
            return;
        }
        switch (element.normalName()) {
            case "pre" -> preformatted--;
            case "blockquote" -> lines.block(1).quote(--quoted);
            case "a" -> link(element);
            default -> {}
        }
        startBlock(element);
    }

    private void startBlock(Element element) {
        if (element.isBlock() && !CELLS.contains(element.normalName())) {
            lines.block(PARAGRAPHS.contains(element.normalName()) ? 1 : 0);
        }
    }

    private static boolean isSilent(Element element) {
        return SILENT.contains(element.normalName());
    }

    private static String alternative(Element picture) {
        var words = picture.attr("alt").strip();
        return words.isEmpty() ? "" : "[" + words + "]";
    }

    private void link(Element anchor) {
        var target = anchor.attr("href").strip();
        var label = anchor.text();
        if (target.matches("(?i)https?://.*") && !label.isBlank() && !label.contains("://")) {
            lines.add(" (" + target + ")", false);
        }
    }
}
