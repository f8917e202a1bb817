package io.switchboard.connector.email;

import java.util.Set;

/** As what a part is read. */
enum Reading {
    TEXT,
    HTML,
    CALENDAR,
    FILE;

    /** Text that is written for people; the rest of {@code text/*}, such as CSV and vCard, is files. */
    private static final Set<String> PROSE = Set.of("plain", "markdown", "x-markdown", "x-web-markdown");

    private static final Set<String> MARKUP = Set.of("html", "xhtml", "x-html", "enriched", "richtext");

    /** @param alone whether the part is the whole mail; then a name does not make it a file */
    static Reading of(Entity part, boolean alone) {
        var type = part.type();
        if (type.is("text", "calendar") || type.is("application", "ics")) {
            return CALENDAR;
        }
        var named = part.fileName().isPresent() && !alone;
        var attached = part.disposition().value().equals("attachment");
        if (named || attached || !type.type().equals("text")) {
            return FILE;
        }
        if (PROSE.contains(type.subtype())) {
            return TEXT;
        }
        return MARKUP.contains(type.subtype()) ? HTML : FILE;
    }
}
