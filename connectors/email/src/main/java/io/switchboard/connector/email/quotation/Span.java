package io.switchboard.connector.email.quotation;

/**
 * Some whole lines of a mail's text, of one kind.
 *
 * @param from where it begins, in UTF-16 code units of the text
 * @param to where it ends, exclusive; line ends belong to their line
 */
public record Span(int from, int to, Kind kind) {

    /** Whose words they are. */
    public enum Kind {
        /** The author's, now. */
        WRITTEN,
        /** An earlier mail, with the line that introduces it. */
        QUOTED,
        /** Signature, a program's advertisement, a mailing list's footer. */
        SIGNATURE,
        /** Confidentiality notice, virus scanner's remark. */
        DISCLAIMER,
        /** A mail passed on. It is what the author wants to show. */
        FORWARDED;

        public boolean isVisible() {
            return this == WRITTEN || this == FORWARDED;
        }
    }

    public Span {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("span from " + from + " to " + to);
        }
    }
}
