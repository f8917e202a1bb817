package io.switchboard.connector.email.content;

/**
 * What OpenPGP wrote into a text (RFC 4880 §6.2, §7).
 *
 * @param text what can be read without a key, the armour of a signature taken off
 * @param encrypted whether something else cannot
 * @param signed whether a signature was taken off
 */
record ArmouredText(String text, boolean encrypted, boolean signed) {
    private static final String MESSAGE = "-----BEGIN PGP MESSAGE-----";
    private static final String MESSAGE_END = "-----END PGP MESSAGE-----";
    private static final String SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----";
    private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----";
    private static final String SIGNATURE_END = "-----END PGP SIGNATURE-----";

    static ArmouredText of(String text) {
        var message = lineStart(text, MESSAGE, 0);
        if (message >= 0) {
            var end = lineStart(text, MESSAGE_END, message);
            var after = end < 0 ? "" : text.substring(end + MESSAGE_END.length());
            return new ArmouredText((text.substring(0, message).strip() + "\n" + after.strip()).strip(), true, false);
        }
        var signed = lineStart(text, SIGNED, 0);
        var signature = signed < 0 ? -1 : lineStart(text, SIGNATURE, signed);
        return signature < 0 ? new ArmouredText(text, false, false) : unsigned(text, signed, signature);
    }

    /** Behind the armour's own header is an empty line; lines that begin with a dash got another one. */
    private static ArmouredText unsigned(String text, int signed, int signature) {
        var emptyLine = text.indexOf("\n\n", signed);
        var start = emptyLine < 0 || emptyLine > signature ? signed + SIGNED.length() : emptyLine + 2;
        var end = lineStart(text, SIGNATURE_END, signature);
        var content = text.substring(Math.min(start, signature), signature).stripTrailing();
        var undashed = content.startsWith("- -") ? content.substring(2) : content;
        var after = end < 0 ? "" : text.substring(end + SIGNATURE_END.length()).strip();
        var whole =
                text.substring(0, signed) + undashed.replace("\n- -", "\n-") + (after.isEmpty() ? "" : "\n" + after);
        return new ArmouredText(whole, false, true);
    }

    private static int lineStart(String text, String line, int from) {
        var at = text.indexOf(line, from);
        while (at > 0 && text.charAt(at - 1) != '\n') {
            at = text.indexOf(line, at + 1);
        }
        return at;
    }

    @Override
    public String toString() {
        return "ArmouredText[" + text.length() + " characters]";
    }
}
