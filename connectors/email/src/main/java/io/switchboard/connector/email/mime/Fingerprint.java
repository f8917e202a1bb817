package io.switchboard.connector.email.mime;

import io.switchboard.connector.email.bytes.Lines;
import io.switchboard.connector.email.bytes.Measure;
import io.switchboard.connector.email.bytes.Pieces;
import io.switchboard.connector.email.bytes.Slice;
import java.util.regex.Pattern;

/**
 * What stays the same however a mail travels: body, From and Date. A Message-ID alone proves nothing, it can be reused and forged.
 * Line ends, blanks at line ends and empty lines at the end may change on the way and do not count.
 */
public final class Fingerprint {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Fingerprint() {}

    /** Lower-case hex of SHA-256. */
    public static String of(Mail mail) {
        return hash(mail, "From", "Date");
    }

    /** Stands in for a missing Message-ID. */
    public static String ofUnnamed(Mail mail) {
        return hash(mail, "From", "Date", "Subject", "To");
    }

    private static String hash(Mail mail, String... fields) {
        var hash = new Measure();
        for (var field : fields) {
            var values = mail.header().allRaw(field);
            hash.accept(BLANKS.matcher(String.join(",", values)).replaceAll(" ") + "\n");
        }
        body(mail.root().body(), hash);
        return hash.sha256Hex();
    }

    private static void body(Slice body, Measure hash) {
        var pieces = new Pieces(hash);
        var lines = new Lines(body);
        var emptyLines = 0;
        while (lines.advance()) {
            var end = lines.end();
            while (end > lines.start() && (body.at(end - 1) == ' ' || body.at(end - 1) == '\t')) {
                end--;
            }
            if (end == lines.start()) {
                emptyLines++;
                continue;
            }
            for (; emptyLines > 0; emptyLines--) {
                pieces.put('\n');
            }
            pieces.put(body, lines.start(), end);
            pieces.put('\n');
        }
        pieces.flush();
    }
}
