package io.switchboard.connector.email;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * An HTML part, reduced to what a reader needs: no scripts, no styles, no forms, no event handlers. Remote pictures stay in; whoever
 * shows them decides whether to load them.
 *
 * @param markup from the allow-list below
 * @param text the same in plain words
 * @param contentIds the parts it shows by {@code cid:} (RFC 2392)
 */
record Html(String markup, String text, Set<String> contentIds) {

    static final int MAX_MARKUP = 256 * 1024;

    /** Senders hide a summary, meant for the list of mails, in front of the text. */
    private static final String HIDDEN = "[style~=(?i)display\\s*:\\s*none]";

    private static final Pattern CONTENT_ID = Pattern.compile("(?i)\\bcid:([^\"'\\s<>)]{1,500})");

    private static final Safelist ALLOWED = Safelist.relaxed()
            .addTags(
                    "font", "center", "hr", "s", "strike", "del", "ins", "tt", "address", "section", "article",
                    "figure")
            .addAttributes(":all", "dir", "lang", "title", "align")
            .addAttributes("font", "color", "face", "size")
            .addAttributes("table", "bgcolor", "border", "cellpadding", "cellspacing")
            .addAttributes("tr", "bgcolor", "valign")
            .addAttributes("td", "bgcolor", "height", "valign")
            .addAttributes("th", "bgcolor", "height", "valign")
            .addProtocols("a", "href", "tel", "sms")
            .addProtocols("img", "src", "cid", "data")
            .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow");

    Html {
        contentIds = Set.copyOf(contentIds);
    }

    static Html read(String source) {
        var document = Jsoup.parse(source);
        var hidden = document.select(HIDDEN);
        if (!hidden.isEmpty()) {
            hidden.remove();
            if (document.text().isBlank()) {
                document = Jsoup.parse(source);
            }
        }
        var clean = new Cleaner(ALLOWED).clean(document);
        if (clean.body().html().length() > MAX_MARKUP) {
            clean.select("img[src^=data:]").remove();
        }
        clean.outputSettings(new Document.OutputSettings().prettyPrint(false));
        return new Html(clean.body().html().strip(), HtmlText.of(document.body()), contentIds(source));
    }

    /** A beginning of it that is still well-formed; the text whole. */
    Html limited() {
        var end = markup.lastIndexOf('>', MAX_MARKUP - 1) + 1;
        var beginning = Jsoup.parseBodyFragment(markup.substring(0, end));
        beginning.outputSettings(new Document.OutputSettings().prettyPrint(false));
        return new Html(beginning.body().html(), text, contentIds);
    }

    boolean isTooLong() {
        return markup.length() > MAX_MARKUP;
    }

    /** Neither words nor a picture. */
    boolean isEmpty() {
        return text.isBlank() && !markup.toLowerCase(Locale.ROOT).contains("<img");
    }

    private static Set<String> contentIds(String source) {
        var ids = new HashSet<String>();
        var references = CONTENT_ID.matcher(source);
        while (references.find()) {
            ids.add(decoded(references.group(1)));
        }
        return ids;
    }

    private static String decoded(String reference) {
        try {
            return URLDecoder.decode(reference.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return reference;
        }
    }

    @Override
    public String toString() {
        return "Html[" + markup.length() + " characters]";
    }
}
