package io.switchboard.connector.email.quotation;

import io.switchboard.connector.email.quotation.Span.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Our spans in the terms of GitHub's email_reply_parser: a fragment is hidden when it is quoted, signature or empty and nothing after
 * it is shown; empty lines between a quotation and a signature are a fragment, and so is the nothing after a mail's last line end.
 */
record Fragments(List<Fragment> all) {

    record Fragment(String text, boolean isQuoted, boolean isSignature, boolean isHidden) {}

    static Fragments of(String mail) {
        var shown = new ArrayList<Fragment>();
        var spans = MailText.split(mail).spans();
        for (var i = 0; i < spans.size(); i++) {
            var kind = spans.get(i).kind();
            var text = mail.substring(spans.get(i).from(), spans.get(i).to());
            var isQuoted = kind == Kind.QUOTED;
            var isSignature = kind == Kind.SIGNATURE || kind == Kind.DISCLAIMER;
            shown.add(new Fragment(text, isQuoted, isSignature, false));
            var isLast = i + 1 == spans.size();
            var isBeforeSignature = !isLast && spans.get(i + 1).kind() == Kind.SIGNATURE;
            if (isQuoted && ((isLast && text.endsWith("\n")) || (isBeforeSignature && endsWithEmptyLine(text)))) {
                shown.add(new Fragment("\n", false, false, false));
            }
        }
        return new Fragments(withHidden(shown));
    }

    /** All that is not hidden, as that parser gives it. */
    String visible() {
        var visible = new StringBuilder();
        all.stream().filter(fragment -> !fragment.isHidden()).forEach(fragment -> visible.append(fragment.text()));
        return visible.toString().stripTrailing();
    }

    private static boolean endsWithEmptyLine(String text) {
        return text.replace("\r", "").endsWith("\n\n");
    }

    private static List<Fragment> withHidden(List<Fragment> fragments) {
        var hidden = new ArrayList<Fragment>();
        var isHidden = true;
        for (var fragment : fragments.reversed()) {
            isHidden &= fragment.isQuoted()
                    || fragment.isSignature()
                    || fragment.text().isBlank();
            hidden.addFirst(new Fragment(fragment.text(), fragment.isQuoted(), fragment.isSignature(), isHidden));
        }
        return hidden;
    }
}
