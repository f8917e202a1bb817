package io.switchboard.connector.email.content;

import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;

/** What an HTML mail contains that nobody is meant to see: summaries for the list of mails, and pictures that report who opened it. */
final class HiddenHtml {
    /** Paths under which the large mail services count openings. */
    private static final List<String> OPENING_COUNTERS = List.of(
            "/wf/open",
            "/track/open",
            "/tracking/open",
            "/open.php",
            "/open.aspx",
            "/open.gif",
            "/pixel.gif",
            "/pixel.png",
            "/trackpixel",
            "/beacon.gif",
            "/e2t/o/",
            "/trk/open",
            "/email/open");

    private HiddenHtml() {}

    static boolean isHidden(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        if (element.hasAttr("hidden")) {
            return true;
        }
        var style = style(element);
        return style.contains("display:none")
                || style.contains("visibility:hidden")
                || (style.contains("max-height:0") && style.contains("overflow:hidden"))
                || isZero(style, "opacity");
    }

    /** A picture of at most one pixel, a hidden one, or one that is known to count. */
    static boolean isTracker(Element element) {
        if (!element.normalName().equals("img")) {
            return false;
        }
        var width = extent(element, "width");
        var height = extent(element, "height");
        var invisible = width == 0 || height == 0 || (width == 1 && height == 1);
        return invisible || isHidden(element) || (width <= 1 && height <= 1 && counts(element));
    }

    private static boolean counts(Element picture) {
        var address = picture.attr("src").toLowerCase(Locale.ROOT);
        return picture.attr("alt").isBlank()
                && address.startsWith("http")
                && OPENING_COUNTERS.stream().anyMatch(address::contains);
    }

    /** In pixels, -1 when unknown or relative. */
    private static int extent(Element picture, String side) {
        var declared = number(picture.attr(side).strip(), 0);
        if (declared >= 0) {
            return declared;
        }
        var style = ";" + style(picture);
        var property = style.indexOf(";" + side + ":");
        return property < 0 ? -1 : number(style, property + side.length() + 2);
    }

    /** The whole number that begins there; only its size up to 99 matters. */
    private static int number(String text, int start) {
        var end = start;
        while (end < text.length() && Character.digit(text.charAt(end), 10) >= 0) {
            end++;
        }
        var fractionOrShare = end < text.length() && (text.charAt(end) == '.' || text.charAt(end) == '%');
        if (end == start || (fractionOrShare && text.charAt(start) != '0')) {
            return -1;
        }
        return end > start + 2 ? 99 : Integer.parseInt(text.substring(start, end));
    }

    private static boolean isZero(String style, String property) {
        var at = (";" + style).indexOf(";" + property + ":0");
        if (at < 0) {
            return false;
        }
        var behind = at + property.length() + 2;
        return behind >= style.length() || style.charAt(behind) == ';' || style.charAt(behind) == '!';
    }

    private static String style(Element element) {
        var style = element.attr("style");
        if (style.isEmpty()) {
            return style;
        }
        var compact = new StringBuilder(style.length());
        for (var i = 0; i < style.length(); i++) {
            var c = style.charAt(i);
            if (!Character.isWhitespace(c)) {
                compact.append(Character.toLowerCase(c));
            }
        }
        return compact.toString();
    }
}
