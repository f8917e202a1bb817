package io.switchboard.connector.email.quotation;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** "From: … Sent: … To: … Subject: …" over an earlier mail, as Outlook and many others write it. */
final class QuotedHeader {

    private static final int MAX_LINES = 14;
    private static final int MAX_LABEL = 40;

    private enum Field {
        FROM,
        SENT,
        TO,
        COPY,
        SUBJECT
    }

    private static final Map<String, Set<Field>> LABELS = labels();

    private QuotedHeader() {}

    /**
     * Whether such a block begins in that line.
     *
     * @param announced a line such as "Original Message" stands over it
     */
    static boolean beginsAt(List<TextLine> lines, int at, boolean announced) {
        if (fields(lines.get(at)).isEmpty()) {
            return false;
        }
        var found = EnumSet.noneOf(Field.class);
        var hasAddress = false;
        var others = 0;
        for (var i = at; i < lines.size() && i < at + MAX_LINES && others <= 2; i++) {
            var line = lines.get(i);
            var fields = fields(line);
            if (line.isQuoted() || (line.isBlank() && i > at + 1 && isComplete(found))) {
                break;
            }
            // A label such as the Spanish "A" or the French "De" can be two fields; it fills the one still missing.
            fields.stream().filter(field -> !found.contains(field)).findFirst().ifPresent(found::add);
            hasAddress |= !fields.isEmpty() && line.wording().contains("@");
            others = fields.isEmpty() && !line.isBlank() ? others + 1 : 0;
        }
        return isHeader(found, hasAddress || announced, announced);
    }

    private static boolean isComplete(Set<Field> found) {
        return found.contains(Field.FROM) && found.contains(Field.SUBJECT) && found.size() >= 3;
    }

    /** A traveller also writes "From:", "To:" and "Date:". */
    private static boolean isHeader(Set<Field> found, boolean hasAddress, boolean announced) {
        var places = found.size() - (found.contains(Field.COPY) ? 1 : 0);
        return found.contains(Field.FROM)
                && places >= (announced ? 2 : 3)
                && (found.contains(Field.SUBJECT) || hasAddress);
    }

    private static Set<Field> fields(TextLine line) {
        if (line.isBlank()) {
            return Set.of();
        }
        var head = line.text().substring(line.from(), Math.min(line.end(), line.from() + MAX_LABEL));
        var wording = Wording.of(head);
        var colon = wording.indexOf(':');
        if (colon <= 0) {
            return Set.of();
        }
        return LABELS.getOrDefault(Wording.undecorated(wording.substring(0, colon)), Set.of());
    }

    private static Map<String, Set<Field>> labels() {
        var labels = new HashMap<String, Set<Field>>();
        var kinds = new EnumMap<Field, String>(Map.of(
                Field.FROM, "from",
                Field.SENT, "sent",
                Field.TO, "to",
                Field.COPY, "copy",
                Field.SUBJECT, "subject"));
        kinds.forEach((field, kind) -> PhraseFile.phrases(kind)
                .forEach(label -> labels.computeIfAbsent(label, any -> EnumSet.noneOf(Field.class))
                        .add(field)));
        return labels;
    }
}
