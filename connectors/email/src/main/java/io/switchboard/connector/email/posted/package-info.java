/**
 * Mails that come by HTTP: raw, or by SendGrid, Mailgun or Postmark. A hook tells who is believed and where in the post the mail is; where
 * a platform cut it into pieces, {@code MailAssembly} writes it anew, so that from there on all are mails.
 */
@NullMarked
package io.switchboard.connector.email.posted;

import org.jspecify.annotations.NullMarked;
