package io.switchboard.connector.email.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What was repaired or left out while one mail was read, in words for an operator and without the mail's content. */
public final class Repairs {

    private static final int MAX_NOTES = 50;
    private static final int MAX_WORD = 40;

    private final Set<String> notes = new LinkedHashSet<>();
    private boolean truncated;

    public void note(String what) {
        if (notes.size() < MAX_NOTES) {
            notes.add(what);
        }
    }

    /** Something was left out because it is too long, too deep or too many. */
    public void cut(String what) {
        truncated = true;
        note(what);
    }

    public boolean truncated() {
        return truncated;
    }

    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** A name out of the mail, such as a charset's, fit for a note. */
    public static String word(String fromMail) {
        var plain = fromMail.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._:/+-]", "?");
        return plain.length() <= MAX_WORD ? plain : plain.substring(0, MAX_WORD) + "…";
    }
}
