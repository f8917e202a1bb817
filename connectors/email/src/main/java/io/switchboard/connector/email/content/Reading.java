package io.switchboard.connector.email.content;

import io.switchboard.connector.email.mime.Entity;
import io.switchboard.connector.email.mime.MediaType;
import java.util.Set;

/** As what a part is read. */
public enum Reading {
    TEXT,
    HTML,
    ENRICHED,
    RTF,
    CALENDAR,
    CARD,
    /** A pointer to a file elsewhere. */
    POINTER,
    FILE;

    /** Text that is written for people; the rest of {@code text/*}, such as CSV, is files. */
    private static final Set<String> PROSE = Set.of("plain", "markdown", "x-markdown", "x-web-markdown");

    private static final Set<String> MARKUP = Set.of("html", "xhtml", "x-html");
    private static final Set<String> CARDS = Set.of("text/vcard", "text/x-vcard", "text/directory");

    /** @param alone whether the part is the whole mail; then a name does not make it a file */
    static Reading of(Entity part, boolean alone) {
        var type = part.type();
        if (type.is("text", "calendar") || type.is("application", "ics")) {
            return CALENDAR;
        }
        if (CARDS.contains(type.name())) {
            return CARD;
        }
        if (type.is("message", "external-body")) {
            return POINTER;
        }
        var named = part.fileName().isPresent() && !alone;
        var attached = part.disposition().value().equals("attachment");
        return named || attached ? FILE : ofUnnamed(type, alone);
    }

    private static Reading ofUnnamed(MediaType type, boolean alone) {
        if (type.is("text", "rtf") || (alone && type.is("application", "rtf"))) {
            return RTF;
        }
        if (!type.type().equals("text")) {
            return FILE;
        }
        if (PROSE.contains(type.subtype())) {
            return TEXT;
        }
        if (type.subtype().equals("enriched") || type.subtype().equals("richtext")) {
            return ENRICHED;
        }
        return MARKUP.contains(type.subtype()) ? HTML : FILE;
    }
}
