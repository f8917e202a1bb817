package io.switchboard.connector.email.mime;

import io.switchboard.connector.email.bytes.Measure;
import io.switchboard.connector.email.text.CleanText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Message-IDs (RFC 5322 §3.6.4) without their angle brackets, in one spelling wherever they occur. */
public final class MessageIds {

    /** Ours of a mail that came without one; never sent out. */
    public static final String MISSING = "@missing";

    /** Ours of one too long for an index; never sent out. */
    static final String OVERLONG = "@overlong";

    private static final int MAX_LENGTH = 300;
    private static final int MAX_IDS = 1_000;
    private static final Pattern BLANKS_AND_BRACKETS = Pattern.compile("[\\s<>]");
    private static final Pattern BRACKETED = Pattern.compile("<([^<>]*)>?");

    private MessageIds() {}

    /** The ids in the order of the header; comments and phrases around them are skipped. */
    public static List<String> all(String header) {
        var ids = bracketed(header);
        return List.copyOf(ids.isEmpty() ? bare(header) : ids);
    }

    /** The one id of a mail; a Message-ID field may lack brackets or at sign. */
    public static Optional<String> own(String header) {
        return all(header).stream().findFirst().or(() -> canonical(header));
    }

    private static Set<String> bracketed(String header) {
        var ids = new LinkedHashSet<String>();
        var found = BRACKETED.matcher(header);
        while (found.find() && ids.size() < MAX_IDS) {
            canonical(found.group(1)).ifPresent(ids::add);
        }
        return ids;
    }

    private static Set<String> bare(String header) {
        var ids = new LinkedHashSet<String>();
        for (var word : header.split("[\\s,;\"()]+", -1)) {
            if (word.contains("@") && ids.size() < MAX_IDS) {
                canonical(word).ifPresent(ids::add);
            }
        }
        return ids;
    }

    /** Empty when nothing is left that could tell two mails apart. */
    private static Optional<String> canonical(String raw) {
        var id = BLANKS_AND_BRACKETS.matcher(CleanText.of(raw)).replaceAll("");
        if (id.length() <= MAX_LENGTH) {
            return Optional.of(id).filter(text -> !text.isEmpty());
        }
        var hash = new Measure();
        hash.accept(id);
        return Optional.of("sha256:" + hash.sha256Hex() + OVERLONG);
    }

    /** Whether others know the id too. */
    public static boolean isPublic(String id) {
        return !id.endsWith(MISSING) && !id.endsWith(OVERLONG);
    }
}
