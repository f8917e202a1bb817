package io.switchboard.connector.email;

import java.nio.charset.Charset;

/**
 * A rendering of the message's text.
 *
 * @param charset of plain text and HTML; RTF says its own
 */
record TnefText(Form form, TnefRange content, Charset charset) {
    /** The best last. */
    enum Form {
        PLAIN,
        COMPRESSED_RTF,
        HTML
    }
}
