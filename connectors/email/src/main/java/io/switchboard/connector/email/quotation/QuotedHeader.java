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
    private static final int MAX_OTHERS = 3;
    private static final int MAX_COLONS = 15;

    private enum Field {
        FROM,
        SENT,
        TO,
        COPY,
        SUBJECT
    }

    private static final Map<String, Set<Field>> LABELS = labels();

    private QuotedHeader() {}

    /** Whether such a block begins in that line. */
    static boolean beginsAt(List<TextLine> lines, int at) {
        if (!canBeFirst(fields(lines.get(at)))) {
            return false;
        }
        var found = EnumSet.noneOf(Field.class);
        var hasAddress = false;
        var hasTime = false;
        var others = 0;
        for (var i = at; i < Math.min(lines.size(), at + MAX_LINES); i++) {
            var line = lines.get(i);
            var fields = fields(line);
            if (ends(lines, i, at, found)
                    || (others > 0 && line.isBlank())
                    || (fields.isEmpty() && ++others > MAX_OTHERS)) {
                break;
            }
            addMissing(fields, found);
            hasAddress |= !fields.isEmpty() && line.wording().contains("@");
            hasTime |= !fields.isEmpty() && Attribution.hasTime(line.wording());
            others = fields.isEmpty() ? others : 0;
        }
        return isHeader(found, hasAddress, hasTime) || isInOneLine(lines.get(at).wording());
    }

    /** "From: … Sent: … To: … Subject: …", as conversions from HTML leave it. It takes more than one in lines of its own. */
    private static boolean isInOneLine(String wording) {
        var found = EnumSet.noneOf(Field.class);
        var colon = wording.indexOf(':');
        for (var colons = 0; colons < MAX_COLONS && colon > 0; colons++) {
            addMissing(fieldsBefore(wording, colon), found);
            colon = wording.indexOf(':', colon + 1);
        }
        return found.contains(Field.FROM)
                && found.contains(Field.SENT)
                && found.contains(Field.SUBJECT)
                && (found.contains(Field.TO) || wording.indexOf('@') >= 0);
    }

    /** Of the longest label that ends there. */
    private static Set<Field> fieldsBefore(String wording, int colon) {
        for (var from = Math.max(0, colon - MAX_LABEL); from < colon; from++) {
            if (from == 0 || wording.charAt(from - 1) == ' ') {
                var fields = LABELS.getOrDefault(Wording.undecorated(wording.substring(from, colon)), Set.of());
                if (!fields.isEmpty()) {
                    return fields;
                }
            }
        }
        return Set.of();
    }

    /** A label may be two fields in two languages; it fills the one still missing. */
    private static void addMissing(Set<Field> fields, Set<Field> found) {
        fields.stream().filter(field -> !found.contains(field)).findFirst().ifPresent(found::add);
    }

    private static boolean canBeFirst(Set<Field> fields) {
        return fields.contains(Field.FROM) || fields.contains(Field.SENT) || fields.contains(Field.SUBJECT);
    }

    /** With a quoted line, a field a second time, or text after an empty line. */
    private static boolean ends(List<TextLine> lines, int line, int first, Set<Field> found) {
        if (lines.get(line).isQuoted()) {
            return true;
        }
        var fields = fields(lines.get(line));
        var isText = fields.isEmpty() && !lines.get(line).isBlank();
        var isRepeated = !fields.isEmpty() && !fields.contains(Field.COPY) && found.containsAll(fields);
        return isRepeated || (isText && line > first && lines.get(line - 1).isBlank());
    }

    /** A traveller also writes "From:", "To:" and "Date:", a customer "From:", "Date:" and "Subject:". */
    private static boolean isHeader(Set<Field> found, boolean hasAddress, boolean hasTime) {
        var places = found.size() - (found.contains(Field.COPY) ? 1 : 0);
        var isNamed = found.contains(Field.SUBJECT) && (found.contains(Field.TO) || hasTime);
        return found.contains(Field.FROM) && places >= 3 && (isNamed || hasAddress);
    }

    private static Set<Field> fields(TextLine line) {
        if (line.isBlank()) {
            return Set.of();
        }
        var wording = line.wording();
        var colon = wording.indexOf(':');
        if (colon <= 0 || colon > MAX_LABEL) {
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
