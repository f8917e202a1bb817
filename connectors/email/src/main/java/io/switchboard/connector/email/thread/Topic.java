package io.switchboard.connector.email.thread;

import io.switchboard.connector.email.bytes.Measure;
import io.switchboard.connector.email.text.CleanText;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a subject says without what mail programs and gateways put before it, so that an answer has the topic of its question. */
public final class Topic {

    private static final int MAX_LENGTH = 200;

    /** What mailers write before the subject of an answer, in the languages that have their own word. */
    private static final String ANSWER =
            "re|aw|antw|antwort|sv|vs|odp|ynt|yan|rif|r|res|ref|ad|atb|bls|vá|отв|ответ|απ|σχετ|ris|回复|回覆|答复|返信|답장|회신|رد|השב";

    /** The same for what is passed on. */
    private static final String FORWARD =
            "fwd?|wg|wtr|tr|rv|enc|doorst|vb|vl|vidarebefordrat|vidaresänt|videresendt|pd|przek|i|ilt|továbbítás|fw|πρθ|пересл|转发|轉寄|転送|전달|הועבר|إعادة توجيه";

    private static final String COUNT = "\\s{0,3}(?:[\\[(]\\d{1,3}[\\])]|\\^\\d{1,3})?\\s{0,3}[:：]\\s*";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern PREFIX = Pattern.compile("(?:" + ANSWER + "|" + FORWARD + ")" + COUNT, FLAGS);
    private static final Pattern ANSWERED = Pattern.compile("(?:" + ANSWER + ")" + COUNT, FLAGS);
    private static final Pattern FORWARDED = Pattern.compile("(?:" + FORWARD + ")" + COUNT, FLAGS);

    /** {@code [EXTERNAL]}, the name of a list, the number somebody else's ticket system gave. */
    private static final Pattern LABEL = Pattern.compile("\\[[^\\[\\]]{1,40}]\\s*");

    private Topic() {}

    /** Empty when nothing is left. */
    static String of(String subject) {
        var text = Normalizer.normalize(CleanText.limited(subject, 4 * MAX_LENGTH), Normalizer.Form.NFKC)
                .replaceAll("\\s+", " ")
                .strip();
        return CleanText.limited(afterPrefixes(text), MAX_LENGTH)
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    public static boolean isAnswer(String subject) {
        return ANSWERED.matcher(subject.strip()).lookingAt();
    }

    static boolean isForward(String subject) {
        return FORWARDED.matcher(subject.strip()).lookingAt();
    }

    /** Names what somebody wrote about, without saying who or what. */
    static String by(String address, String topic) {
        var hash = new Measure();
        hash.accept(address.toLowerCase(Locale.ROOT) + "\n" + topic);
        return "topic:" + hash.sha256Hex().substring(0, 32);
    }

    private static String afterPrefixes(String subject) {
        var from = 0;
        var label = LABEL.matcher(subject);
        var prefix = PREFIX.matcher(subject);
        while (true) {
            if (prefix.region(from, subject.length()).lookingAt()) {
                from = prefix.end();
            } else if (label.region(from, subject.length()).lookingAt() && label.end() < subject.length()) {
                from = label.end();
            } else {
                return subject.substring(from);
            }
        }
    }
}
