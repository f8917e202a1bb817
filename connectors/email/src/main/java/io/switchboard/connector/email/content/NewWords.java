package io.switchboard.connector.email.content;

import io.switchboard.canonical.Part;
import io.switchboard.canonical.WrittenText;
import io.switchboard.connector.email.quotation.MailHtml;
import io.switchboard.connector.email.quotation.MailText;
import io.switchboard.connector.email.quotation.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/** Tells what was written this time from what a mail repeats. */
public final class NewWords {

    private NewWords() {}

    /** @param content the plain words of what it says are the text, one line apart */
    public static WrittenText in(MailContent content, String subject) {
        var plain = plain(content.said());
        var split = MailText.split(plain, subject);
        var visible = split.visible();
        if (split.spans().stream().allMatch(span -> span.kind().isVisible())) {
            return WrittenText.of(plain);
        }
        return new WrittenText(
                plain,
                Optional.of(visible),
                content.htmlSource().map(source -> html(source, subject)),
                split.signature(),
                split.quotedRanges().stream().map(NewWords::range).toList());
    }

    private static String html(String source, String subject) {
        return Html.read(MailHtml.withoutQuotation(Jsoup.parse(source).body(), subject))
                .markup();
    }

    private static WrittenText.Range range(Span span) {
        return new WrittenText.Range(span.from(), span.to());
    }

    private static String plain(List<Part> parts) {
        return parts.stream()
                .map(Part::fallbackText)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
    }
}
