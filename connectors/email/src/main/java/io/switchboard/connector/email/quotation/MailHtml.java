package io.switchboard.connector.email.quotation;

import io.switchboard.connector.email.quotation.Span.Kind;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * A mail's HTML without what trails the author's last words: earlier mails, signature, notices. Answers between quotations keep the
 * quotations before them.
 *
 * <p>Wants the HTML as it came: the classes and ids by which mail programs mark quotations do not outlive sanitising.
 */
public final class MailHtml {

    private MailHtml() {}

    /**
     * The body's inner HTML, cut after the author's last words; all of it when nothing would be left. The body stays as it is.
     */
    public static String withoutQuotation(Element body) {
        return cut(body, false);
    }

    /** The same with the mail's subject, which tells a forward from a reply where the HTML does not. */
    public static String withoutQuotation(Element body, String subject) {
        return cut(body, MailText.isForward(subject));
    }

    private static String cut(Element body, boolean isForward) {
        var document = Document.createShell("");
        document.outputSettings().prettyPrint(false);
        var copy = document.body();
        copy.appendChildren(body.childNodesCopy());
        var lines = HtmlLines.of(copy, isForward);
        var last = lastVisible(lines, isForward);
        if (last >= 0 && hasWordsAfter(lines, last)) {
            removeAfter(lines.get(last), copy);
        }
        return copy.html();
    }

    /** A picture after a quotation is a logo or a counter, so it does not make the quotation one that is answered. */
    private static int lastVisible(List<HtmlLines.Line> lines, boolean isForward) {
        var kinds = kinds(lines, isForward);
        var last = -1;
        var isQuoted = false;
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.isEmpty()) {
                continue;
            }
            if (kinds[i].isVisible() && (!line.isPicture() || !isQuoted)) {
                last = i;
                isQuoted = false;
            }
            isQuoted |= kinds[i] == Kind.QUOTED;
        }
        return last;
    }

    private static Kind[] kinds(List<HtmlLines.Line> lines, boolean isForward) {
        var text = lines.stream().map(HtmlLines.Line::text).collect(Collectors.joining("\n", "", "\n"));
        var kinds = new Kind[lines.size()];
        var at = 0;
        var line = 0;
        for (var span : MailText.split(text, isForward ? "Fwd:" : "").spans()) {
            while (line < kinds.length && at < span.to()) {
                kinds[line] = span.kind();
                at += lines.get(line).text().length() + 1;
                line++;
            }
        }
        return kinds;
    }

    private static boolean hasWordsAfter(List<HtmlLines.Line> lines, int last) {
        var end = lines.get(last);
        return lines.stream()
                .skip(last + 1L)
                .anyMatch(line -> !line.last().equals(end.last()) || line.end() != end.end());
    }

    private static void removeAfter(HtmlLines.Line line, Element body) {
        if (line.last() instanceof TextNode text) {
            text.text(text.getWholeText().substring(0, line.end()));
        }
        Node node = line.last();
        while (!node.equals(body) && node.parent() instanceof Element parent) {
            var kept = List.copyOf(parent.childNodes().subList(0, node.siblingIndex() + 1));
            if (kept.size() < parent.childNodeSize()) {
                // One by one would number the rest anew each time.
                parent.empty().appendChildren(kept);
            }
            node = parent;
        }
    }
}
