package io.switchboard.connector.email.tnef;

import io.switchboard.connector.email.posted.Form;
import java.nio.charset.Charset;

/**
 * A rendering of the message's text.
 *
 * @param charset of plain text and HTML; RTF says its own
 */
public record TnefText(Form form, TnefRange content, Charset charset) {
    /** The best last. */
    public enum Form {
        PLAIN,
        COMPRESSED_RTF,
        HTML
    }
}
