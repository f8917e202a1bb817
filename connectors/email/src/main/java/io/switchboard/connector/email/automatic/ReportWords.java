package io.switchboard.connector.email.automatic;

import io.switchboard.connector.email.content.Html;
import io.switchboard.connector.email.content.TextReader;
import io.switchboard.connector.email.mime.Mail;
import io.switchboard.connector.email.text.CleanText;
import io.switchboard.connector.email.text.Repairs;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a report says to people, without the mail it returns.
 *
 * @param own the report's own words
 * @param all also what follows them in the same text, which may be the returned mail
 */
record ReportWords(String own, String all) {

    private static final int MAX_PARTS = 3;
    private static final int MAX_ALL = 64 * 1024;
    private static final int MAX_OWN = 16 * 1024;

    /** Lines after which mail systems put the mail they return. */
    private static final List<String> RETURNED_FOLLOWS = List.of(
            "below this line is a copy of the message",
            "this is a copy of the message",
            "original message follows",
            "unsent message follows",
            "message header follows",
            "returned message follows",
            "message text follows",
            "the body of the message is",
            "header of the original message",
            "original message headers",
            "copy of your message",
            "original message -----",
            "ursprüngliche nachricht -----",
            "message d'origine -----");

    private static final Pattern HEADER_LINE = Pattern.compile("(?i)^(?:received: |return-path: ).*");

    static ReportWords of(Mail mail) {
        var texts = new TextReader(new Repairs());
        var all = mail.root()
                .all()
                .filter(part -> !part.isMultipart() && !ReturnedMail.is(part))
                .filter(part -> part.type().is("text", "plain") || part.type().is("text", "html"))
                .limit(MAX_PARTS)
                .map(part -> part.type().is("text", "html")
                        ? Html.read(texts.html(part).text()).text()
                        : texts.plain(part).text())
                .map(text -> CleanText.limited(text, MAX_ALL))
                .collect(Collectors.joining("\n\n"));
        return new ReportWords(CleanText.limited(beforeReturned(all), MAX_OWN), CleanText.limited(all, MAX_ALL));
    }

    private static String beforeReturned(String all) {
        return all.lines().takeWhile(line -> !startsReturned(line)).collect(Collectors.joining("\n"));
    }

    private static boolean startsReturned(String line) {
        if (line.length() > 200) {
            return false;
        }
        var words = line.replace('\u2019', '\'').toLowerCase(Locale.ROOT);
        return HEADER_LINE.matcher(words).matches() || RETURNED_FOLLOWS.stream().anyMatch(words::contains);
    }

    @Override
    public String toString() {
        return "ReportWords[***]";
    }
}
