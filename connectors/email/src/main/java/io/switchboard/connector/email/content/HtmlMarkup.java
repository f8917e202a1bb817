package io.switchboard.connector.email.content;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Writes the allowed part of a parsed document: elements and attributes from a list, everything else dropped, text and values
 * escaped. Remote pictures get their address in {@code data-remote-src}, which loads nothing.
 */
final class HtmlMarkup {
    private static final Set<String> VOID = Set.of("br", "hr", "img", "col");
    /** Left out with everything inside. */
    static final Set<String> SILENT = Set.of(
            "script",
            "style",
            "title",
            "template",
            "noscript",
            "head",
            "iframe",
            "object",
            "textarea",
            "xmp",
            "noembed",
            "noframes");

    private static final Set<String> EVERYWHERE = Set.of("dir", "lang", "title", "align");
    private static final Map<String, Set<String>> ALLOWED = allowed();
    private static final List<String> LINKED = List.of("http://", "https://", "mailto:", "tel:", "sms:", "ftp://");
    private static final List<String> QUOTED = List.of("http://", "https://", "mid:", "cid:");
    private static final List<String> PICTURES =
            List.of("cid:", "data:image/png", "data:image/jpeg", "data:image/jpg", "data:image/gif", "data:image/webp");

    private final StringBuilder html = new StringBuilder();
    /** Which of the elements around the present place were written. */
    private final BitSet written = new BitSet();

    private int depth;
    private int silent;
    private boolean whole = true;

    private static Map<String, Set<String>> allowed() {
        var plain = Stream.of(
                "b", "br", "caption", "center", "cite", "code", "dd", "del", "div", "dl", "dt", "em", "figure", "h1",
                "h2", "h3", "h4", "h5", "h6", "hr", "i", "ins", "li", "p", "pre", "s", "section", "article", "address",
                "small", "span", "strike", "strong", "sub", "sup", "tbody", "tfoot", "thead", "tt", "u");
        var cell = Set.of("abbr", "axis", "bgcolor", "colspan", "height", "rowspan", "scope", "valign", "width");
        var allowed = plain.collect(Collectors.toMap(tag -> tag, tag -> Set.<String>of()));
        allowed.putAll(Map.of(
                "a", Set.of("href"),
                "blockquote", Set.of("cite"),
                "q", Set.of("cite"),
                "col", Set.of("span", "width"),
                "colgroup", Set.of("span", "width"),
                "font", Set.of("color", "face", "size"),
                "img", Set.of("alt", "height", "src", "width"),
                "ol", Set.of("start", "type"),
                "ul", Set.of("type"),
                "tr", Set.of("bgcolor", "valign")));
        allowed.put("td", cell);
        allowed.put("th", cell);
        allowed.put("table", Set.of("bgcolor", "border", "cellpadding", "cellspacing", "summary", "width"));
        return Map.copyOf(allowed);
    }

    void head(Node node) {
        if (node instanceof TextNode words) {
            if (silent == 0 && hasRoom()) {
                escape(words.getWholeText(), false);
            }
        } else if (node instanceof Element element) {
            open(element);
        }
    }

    void tail(Node node) {
        if (!(node instanceof Element element)) {
            return;
        }
        if (written.get(--depth)) {
            html.append("</").append(element.normalName()).append('>');
        }
        if (SILENT.contains(element.normalName())) {
            silent--;
        }
    }

    /** Cut where it became too long; what was open then is closed. */
    String html() {
        return html.toString();
    }

    boolean isWhole() {
        return whole;
    }

    private void open(Element element) {
        var name = element.normalName();
        if (SILENT.contains(name)) {
            silent++;
        }
        var attributes = ALLOWED.getOrDefault(name, Set.of());
        var shown = silent == 0 && ALLOWED.containsKey(name) && hasRoom() && !isPictureOfNothing(element);
        if (shown) {
            html.append('<').append(name);
            for (var attribute : element.attributes()) {
                attribute(name, attribute, attributes);
            }
            html.append(name.equals("a") ? " rel=\"noopener noreferrer nofollow\">" : ">");
        }
        written.set(depth++, shown && !VOID.contains(name));
    }

    private static boolean isPictureOfNothing(Element element) {
        return element.normalName().equals("img")
                && element.attr("src").isBlank()
                && element.attr("alt").isBlank();
    }

    private void attribute(String element, Attribute attribute, Set<String> allowed) {
        var name = attribute.getKey().toLowerCase(Locale.ROOT);
        var value = attribute.getValue();
        switch (name) {
            case "href" -> linked(name, value, allowed, LINKED);
            case "cite" -> linked(name, value, allowed, QUOTED);
            case "src" -> {
                if (element.equals("img")) {
                    picture(value.strip());
                }
            }
            default -> {
                if (allowed.contains(name) || EVERYWHERE.contains(name)) {
                    write(name, value);
                }
            }
        }
    }

    private void linked(String name, String value, Set<String> allowed, List<String> schemes) {
        if (allowed.contains(name) && begins(value.strip(), schemes)) {
            write(name, value.strip());
        }
    }

    private void picture(String source) {
        if (begins(source, PICTURES)) {
            write("src", source);
        } else if (begins(source, List.of("http://", "https://"))) {
            write("data-remote-src", source);
        } else if (source.startsWith("//")) {
            write("data-remote-src", "https:" + source);
        }
    }

    private static boolean begins(String value, List<String> schemes) {
        return schemes.stream().anyMatch(scheme -> value.regionMatches(true, 0, scheme, 0, scheme.length()));
    }

    private void write(String name, String value) {
        if (html.length() + value.length() > Html.MAX_MARKUP) {
            whole = false;
            return;
        }
        html.append(' ').append(name).append("=\"");
        escape(value, true);
        html.append('"');
    }

    private void escape(String text, boolean inAttribute) {
        for (var i = 0; i < text.length() && html.length() < Html.MAX_MARKUP; i++) {
            var c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '\u00a0' -> html.append("&nbsp;");
                case '"' -> html.append(inAttribute ? "&quot;" : "\"");
                default -> html.append(c);
            }
        }
    }

    private boolean hasRoom() {
        whole &= html.length() < Html.MAX_MARKUP;
        return whole;
    }
}
