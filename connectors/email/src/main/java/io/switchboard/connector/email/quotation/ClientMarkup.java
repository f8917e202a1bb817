package io.switchboard.connector.email.quotation;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The classes, ids and attributes by which mail programs mark what they add. Names are compared by their end: Outlook on the web puts
 * {@code x_} before those of a quoted mail, Yahoo a number.
 */
enum ClientMarkup {
    /** All of the element is an earlier mail or introduces one. */
    QUOTATION,
    /** An earlier mail begins here and reaches to the end. */
    REST_IS_QUOTATION,
    SIGNATURE,
    NONE;

    private static final int MAX_NODES = 200;
    private static final int MAX_BEGINNING = 200;

    /** Gmail; Thunderbird; Proton; Tuta; Zoho; Skiff; Outlook for Mac; Outlook mobile; QQ, NetEase and 139; Evolution; Mail.ru. */
    private static final Set<String> QUOTATIONS = Set.of(
            "gmail_attr",
            "moz-cite-prefix",
            "yahoo_quoted",
            "protonmail_quote",
            "tutanota_quote",
            "zmail_extra",
            "skiff_quote",
            "ms-outlook-mobile-reference-message",
            "mail-editor-reference-message-container",
            "OLK_SRC_BODY_SECTION",
            "isReplyContent",
            "origbody",
            "reply139content",
            "oriMsgHtmlSeperator",
            "-x-evo-original-message",
            "mail-quote-collapse",
            "freebirdQuote",
            "quoted-message");

    /** Outlook on the web and its ancestors. */
    private static final Set<String> RESTS = Set.of(
            "divRplyFwdMsg", "appendonsend", "replySplit", "stopSpelling", "OutlookMessageHeader", "isForwardContent");

    /** Gmail; Outlook; Outlook mobile; Apple; Thunderbird; Yahoo; Proton; Tuta; Zoho; Samsung; Spark; NetEase; Evolution. */
    private static final Set<String> SIGNATURES = Set.of(
            "gmail_signature",
            "gmail_signature_prefix",
            "Signature",
            "ms-outlook-mobile-signature",
            "AppleMailSignature",
            "moz-signature",
            "yahoo-signature",
            "yahoo_signature",
            "protonmail_signature_block",
            "tutanota_signature",
            "zmail_signature_below",
            "composer_signature",
            "bloop_sign",
            "mail-signature",
            "spark_signature",
            "-x-evo-signature-wrapper");

    /** What this element is marked as. */
    static ClientMarkup of(Element element) {
        if (element.attributesSize() == 0) {
            return element.normalName().equals("blockquote") && !beginsForward(element) ? QUOTATION : NONE;
        }
        if (isMarked(element, SIGNATURES) || element.hasAttr("data-smartmail")) {
            return SIGNATURE;
        }
        if (isMarked(element, QUOTATIONS) || isQuotedBlock(element)) {
            return beginsForward(element) ? NONE : QUOTATION;
        }
        return isMarked(element, RESTS) || isDivider(element) || isOutlookHeader(element) ? REST_IS_QUOTATION : NONE;
    }

    /** An editor's indentation is a block quotation too, without border. GMX has no class but a name. */
    private static boolean isQuotedBlock(Element element) {
        if (!element.normalName().equals("blockquote")) {
            return element.attr("name").equals("quote");
        }
        var style = style(element);
        var isIndentation = style.contains("border:none")
                || style.contains("border:mediumnone")
                || element.hasClass("webkit-indent-blockquote");
        return !isIndentation || element.attr("type").equals("cite");
    }

    private static boolean isDivider(Element element) {
        return element.attr("data-marker").equals("__DIVIDER__");
    }

    /** Outlook draws a line over "From: …", in grey, formerly in blue, and gives it no name. */
    private static boolean isOutlookHeader(Element element) {
        if (!element.normalName().equals("div") || !element.hasAttr("style")) {
            return false;
        }
        var style = style(element);
        return (style.contains("border-top:solid#e1e1e1") || style.contains("border-top:solid#b5c4df"))
                && beginning(element).contains(":");
    }

    static String style(Element element) {
        return element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
    }

    private static boolean isMarked(Element element, Set<String> names) {
        if (isName(element.id(), names)) {
            return true;
        }
        if (!element.hasAttr("class")) {
            return false;
        }
        return element.classNames().stream().anyMatch(name -> isName(name, names));
    }

    private static boolean isName(String given, Set<String> names) {
        if (given.isEmpty()) {
            return false;
        }
        return names.contains(given)
                || (given.startsWith("x_") && names.contains(given.replaceFirst("^(?:x_){1,20}", "")))
                || (given.startsWith("ydp") && names.stream().anyMatch(given::endsWith));
    }

    private static boolean beginsForward(Element element) {
        return TextLine.of(beginning(element)).stream()
                .filter(line -> !line.isBlank())
                .limit(1)
                .anyMatch(line -> Divider.of(line) == Divider.FORWARDED);
    }

    /** The first words in it, up to where a line ends. */
    private static String beginning(Element element) {
        var words = new StringBuilder();
        Node node = element;
        for (var visited = 0; visited < MAX_NODES && words.length() < MAX_BEGINNING; visited++) {
            node = next(node, element);
            if (node.equals(element)) {
                break;
            }
            if (node instanceof TextNode text) {
                words.append(text.getWholeText().strip()).append(' ');
            } else if (node.nodeName().equals("br") && !words.toString().isBlank()) {
                break;
            }
        }
        return words.toString();
    }

    /** In document order; the root itself after its last descendant. */
    private static Node next(Node node, Element root) {
        if (node.childNodeSize() > 0) {
            return node.childNode(0);
        }
        var at = node;
        while (!at.equals(root)) {
            var sibling = at.nextSibling();
            if (sibling != null) {
                return sibling;
            }
            var parent = at.parent();
            if (parent == null) {
                return root;
            }
            at = parent;
        }
        return root;
    }
}
