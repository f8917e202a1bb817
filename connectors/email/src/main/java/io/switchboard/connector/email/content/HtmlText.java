package io.switchboard.connector.email.content;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * HTML in plain words: blocks become lines, list items get their dash or number, quotations an angle, links their address, pictures
 * their description. Fed node by node, so that depth costs nothing.
 */
final class HtmlText {
    private static final int BULLETS = Integer.MIN_VALUE;
    private static final int MAX_INDENT = 5;
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "dl", "table", "pre", "hr");
    private static final Set<String> LISTS = Set.of("ul", "ol", "menu", "dir");
    private static final Set<String> CELLS = Set.of("td", "th");

    private final PlainLines lines = new PlainLines();
    /** The number of the next item of each open list. */
    private final Deque<Integer> lists = new ArrayDeque<>();

    private int silent;
    private int preformatted;
    private int quoted;

    void head(Node node) {
        if (node instanceof TextNode words) {
            if (silent == 0 && lines.length() <= ContentReader.MAX_TEXT) {
                lines.add(words.getWholeText(), preformatted > 0);
            }
        } else if (node instanceof Element element) {
            open(element);
        }
    }

    void tail(Node node) {
        if (node instanceof Element element) {
            close(element);
        }
    }

    boolean isBlank() {
        return lines.length() == 0 || lines.text().isBlank();
    }

    String text() {
        return lines.text();
    }

    private void open(Element element) {
        var name = element.normalName();
        if (HtmlMarkup.SILENT.contains(name)) {
            silent++;
        }
        if (silent > 0) {
            return;
        }
        switch (name) {
            case "br" -> lines.lineEnd();
            case "hr" -> lines.block(1).add("---", false);
            case "img" -> lines.add(alternative(element), false);
            case "li" -> item();
            case "dd" -> lines.block(0).add("  ", true);
            case "td", "th" -> lines.gap();
            case "pre" -> {
                lines.block(1);
                preformatted++;
            }
            case "blockquote" -> lines.block(1).quote(++quoted);
            case "ul", "ol", "menu", "dir" -> {
                lines.block(lists.isEmpty() ? 1 : 0);
                lists.push(name.equals("ol") ? start(element) : BULLETS);
            }
            default -> startBlock(element);
        }
    }

    private void close(Element element) {
        var name = element.normalName();
        if (HtmlMarkup.SILENT.contains(name)) {
            silent--;
            return;
        }
        if (silent > 0) {
            return;
        }
        if (LISTS.contains(name)) {
            lists.pop();
            lines.block(lists.isEmpty() ? 1 : 0);
            return;
        }
        switch (name) {
            case "pre" -> preformatted--;
            case "blockquote" -> lines.block(1).quote(--quoted);
            case "a" -> link(element);
            default -> {}
        }
        startBlock(element);
    }

    private void item() {
        var indent = "  ".repeat(Math.clamp(lists.size() - 1L, 0, MAX_INDENT));
        if (lists.isEmpty() || lists.element() == BULLETS) {
            lines.block(0).add(indent + "- ", true);
        } else {
            var number = lists.pop();
            lists.push(number + 1);
            lines.block(0).add(indent + number + ". ", true);
        }
    }

    private static int start(Element list) {
        var declared = list.attr("start").strip();
        var isNumber =
                !declared.isEmpty() && declared.length() < 7 && declared.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Integer.parseInt(declared) : 1;
    }

    private void startBlock(Element element) {
        if (element.isBlock() && !CELLS.contains(element.normalName())) {
            lines.block(PARAGRAPHS.contains(element.normalName()) ? 1 : 0);
        }
    }

    private static String alternative(Element picture) {
        var words = picture.attr("alt").strip();
        return words.isEmpty() ? "" : "[" + words + "]";
    }

    private void link(Element anchor) {
        var target = anchor.attr("href").strip();
        if (target.isEmpty() || lines.length() > ContentReader.MAX_TEXT) {
            return;
        }
        var label = anchor.text().strip();
        if (label.isEmpty() || label.contains("://")) {
            return;
        }
        var address = withoutScheme(target);
        if (!address.isEmpty() && !isSame(label, address)) {
            lines.add(" (" + (isMail(target) ? address : target) + ")", false);
        }
    }

    private static boolean isMail(String target) {
        return target.regionMatches(true, 0, "mailto:", 0, 7);
    }

    /** Empty for what is no link to the outside. */
    private static String withoutScheme(String target) {
        if (isMail(target)) {
            var question = target.indexOf('?');
            return target.substring(7, question < 0 ? target.length() : question);
        }
        if (target.regionMatches(true, 0, "https://", 0, 8)) {
            return target.substring(8);
        }
        return target.regionMatches(true, 0, "http://", 0, 7) ? target.substring(7) : "";
    }

    private static boolean isSame(String label, String address) {
        return label.equalsIgnoreCase(address) || (label + "/").equalsIgnoreCase(address);
    }
}
