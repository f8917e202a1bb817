package io.switchboard.connector.email.bytes;

import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMultipart;

/** A multipart whose boundary follows from the mail's Message-ID instead of from a clock. */
public final class Bounded extends MimeMultipart {

    public Bounded(String subtype, String messageId) {
        super(subtype);
        var type = new ContentType("multipart", subtype, null);
        type.setParameter("boundary", "=_" + subtype + "_" + messageId.substring(0, messageId.indexOf('@')));
        if (subtype.equals("related")) {
            type.setParameter("type", "text/html");
        }
        contentType = type.toString();
    }
}
