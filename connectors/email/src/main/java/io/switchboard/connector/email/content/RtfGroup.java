package io.switchboard.connector.email.content;

import java.nio.charset.Charset;

/**
 * What holds in RTF until the closing brace.
 *
 * @param htmlRtf whether the text is only for programs that show no HTML
 * @param fallback how many characters stand behind a Unicode one for programs that know none
 * @param font whose character set is being declared
 */
record RtfGroup(Place place, boolean htmlRtf, int fallback, Charset charset, int font) {

    private static final int NO_FONT = -1;

    enum Place {
        TEXT,
        FONTS,
        HTML_TAG,
        SILENT
    }

    static RtfGroup outermost(Charset charset) {
        return new RtfGroup(Place.TEXT, false, 1, charset, NO_FONT);
    }

    RtfGroup in(Place next) {
        return new RtfGroup(next, htmlRtf, fallback, charset, font);
    }

    RtfGroup htmlRtf(boolean on) {
        return new RtfGroup(place, on, fallback, charset, font);
    }

    RtfGroup fallback(int characters) {
        return new RtfGroup(place, htmlRtf, characters, charset, font);
    }

    RtfGroup charset(Charset other) {
        return new RtfGroup(place, htmlRtf, fallback, other, font);
    }

    RtfGroup font(int number) {
        return new RtfGroup(place, htmlRtf, fallback, charset, number);
    }

    /** @param html whether the document was made of HTML */
    boolean isShown(boolean html) {
        return (place == Place.TEXT && !(html && htmlRtf)) || place == Place.HTML_TAG;
    }
}
