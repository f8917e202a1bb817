package io.switchboard.connector.email.content;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;

/**
 * An HTML part, reduced to what a reader needs: no scripts, no styles, no forms, no event handlers, nothing that is loaded from
 * elsewhere unless somebody asks for it.
 *
 * @param markup from the allow-list of {@link HtmlMarkup}, never longer than {@link #MAX_MARKUP}
 * @param text the same in plain words
 * @param contentIds the parts it shows by {@code cid:} (RFC 2392)
 * @param whole whether markup and text are all of it
 */
public record Html(String markup, String text, Set<String> contentIds, boolean whole) {
    static final int MAX_MARKUP = 256 * 1024;
    /** An element costs some 300 bytes of heap; the longest of mails that people write have a few thousand. */
    private static final int MAX_TAGS = 10_000;

    private static final int MAX_SOURCE = 1024 * 1024;
    private static final int MAX_CONTENT_ID = 500;

    public Html {
        contentIds = Set.copyOf(contentIds);
    }

    public static Html read(String source) {
        var end = end(source);
        var document = Jsoup.parse(source.substring(0, end));
        var rendering = new Rendering(false);
        document.body().filter(rendering);
        if (rendering.skipped && rendering.text.isBlank()) {
            rendering = new Rendering(true);
            document.body().filter(rendering);
        }
        return new Html(
                rendering.markup.html().strip(),
                rendering.text.text(),
                contentIds(source, end),
                end == source.length() && rendering.markup.isWhole());
    }

    /** Whether a text is a whole document, whatever it was sent as. */
    static boolean isDocument(String text) {
        var start = 0;
        while (start < text.length()
                && (Character.isWhitespace(text.charAt(start)) || text.charAt(start) == '\ufeff')) {
            start++;
        }
        var doctype = text.regionMatches(true, start, "<!doctype html", 0, 14);
        var root = text.regionMatches(true, start, "<html", 0, 5)
                && text.length() > start + 5
                && " \t\n>".indexOf(text.charAt(start + 5)) >= 0;
        return (doctype || root) && text.indexOf("</", start) > 0;
    }

    /** Neither words nor a picture. */
    boolean isEmpty() {
        return text.isBlank() && !markup.toLowerCase(Locale.ROOT).contains("<img");
    }

    /** Where reading stops: before a tag, so that no half of one is shown. */
    private static int end(String source) {
        var tags = 0;
        var end = Math.min(source.length(), MAX_SOURCE);
        for (var tag = source.indexOf('<'); tag >= 0 && tag < end; tag = source.indexOf('<', tag + 1)) {
            tags += source.startsWith("/", tag + 1) ? 0 : 1;
            if (tags > MAX_TAGS) {
                return tag;
            }
        }
        return end;
    }

    private static Set<String> contentIds(String source, int limit) {
        var ids = new HashSet<String>();
        for (var colon = source.indexOf(':'); colon >= 0 && colon < limit; colon = source.indexOf(':', colon + 1)) {
            if (colon >= 3 && source.regionMatches(true, colon - 3, "cid", 0, 3)) {
                var end = endOfContentId(source, colon + 1);
                if (end > colon + 1) {
                    ids.add(decoded(source.substring(colon + 1, end)));
                }
            }
        }
        return ids;
    }

    private static int endOfContentId(String source, int start) {
        var end = start;
        while (end < source.length()
                && end < start + MAX_CONTENT_ID
                && "\"'<>)".indexOf(source.charAt(end)) < 0
                && !Character.isWhitespace(source.charAt(end))) {
            end++;
        }
        return end;
    }

    private static String decoded(String reference) {
        try {
            return URLDecoder.decode(reference.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return reference;
        }
    }

    /** One walk that writes both. */
    private static final class Rendering implements NodeFilter {
        private final HtmlMarkup markup = new HtmlMarkup();
        private final HtmlText text = new HtmlText();
        private final boolean hiddenToo;
        private boolean skipped;

        Rendering(boolean hiddenToo) {
            this.hiddenToo = hiddenToo;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof Element element) {
                if (HiddenHtml.isTracker(element)) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                if (!hiddenToo && HiddenHtml.isHidden(element)) {
                    skipped = true;
                    return FilterResult.SKIP_ENTIRELY;
                }
            }
            markup.head(node);
            text.head(node);
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            markup.tail(node);
            text.tail(node);
            return FilterResult.CONTINUE;
        }
    }

    @Override
    public String toString() {
        return "Html[" + markup.length() + " characters]";
    }
}
