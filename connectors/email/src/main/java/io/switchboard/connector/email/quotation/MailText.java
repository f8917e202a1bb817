package io.switchboard.connector.email.quotation;

import io.switchboard.connector.email.quotation.Span.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A mail's plain text, divided into what its author wrote and what came along. Takes any text, throws nothing, in linear time.
 *
 * <p>A text that says something has something visible: when all of it would be quotation and signature, all of it is written.
 */
public final class MailText {

    private final String text;
    private final List<Span> spans;

    private MailText(String text, List<Span> spans) {
        this.text = text;
        this.spans = List.copyOf(spans);
    }

    /** A mail of which only the text is known. */
    public static MailText split(String plain) {
        return divided(plain, false);
    }

    /** A mail with its subject, which tells an Outlook forward from an Outlook reply: their texts look the same. */
    public static MailText split(String plain, String subject) {
        return divided(plain, isForward(subject));
    }

    /** Whether a subject begins with "Fwd:" or what other languages have for it. */
    public static boolean isForward(String subject) {
        var wording = Wording.of(subject);
        var colon = wording.indexOf(':');
        return colon > 0
                && Phrases.FORWARD_SUBJECT.are(wording.substring(0, colon).strip());
    }

    private static MailText divided(String plain, boolean isForward) {
        var lines = TextLine.of(plain);
        var spans = new Division(lines, isForward).spans();
        var text = new MailText(plain, spans);
        var showsNothing = spans.stream()
                .filter(span -> span.kind().isVisible())
                .allMatch(span -> text.trimmed(span).isEmpty());
        return plain.isEmpty() || !showsNothing
                ? text
                : new MailText(plain, List.of(new Span(0, plain.length(), Kind.WRITTEN)));
    }

    /** In order, without gap or overlap, over the whole text; none for an empty one. */
    public List<Span> spans() {
        return spans;
    }

    /** What the author wrote or passes on, without empty lines at the ends. Parts between quotations are one empty line apart. */
    public String visible() {
        var visible = spans.stream()
                .filter(span -> span.kind().isVisible())
                .map(this::trimmed)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
        return visible.isEmpty() && spans.size() == 1 ? text.strip() : visible;
    }

    /** What the author's mail is signed with, parts of it one empty line apart. */
    public Optional<String> signature() {
        var signature = spans.stream()
                .filter(span -> span.kind() == Kind.SIGNATURE)
                .map(this::trimmed)
                .collect(Collectors.joining("\n\n"));
        return Optional.of(signature).filter(words -> !words.isBlank());
    }

    /** The spans that are earlier mails. */
    public List<Span> quotedRanges() {
        return spans.stream().filter(span -> span.kind() == Kind.QUOTED).toList();
    }

    /** Without empty lines at its ends and blanks at its very end. */
    private String trimmed(Span span) {
        var from = span.from();
        for (var at = from; at < span.to() && isEmpty(at); at++) {
            from = text.charAt(at) == '\n' || text.charAt(at) == '\r' ? at + 1 : from;
        }
        var to = span.to();
        while (to > from && isEmpty(to - 1)) {
            to--;
        }
        return text.substring(from, to);
    }

    private boolean isEmpty(int at) {
        return Wording.isBlank(text.charAt(at)) || Wording.isInvisible(text.charAt(at));
    }

    @Override
    public String toString() {
        return "MailText[" + text.length() + " characters, " + spans.size() + " spans]";
    }
}
