/**
 * E-mail in and out.
 *
 * <p>In: {@link io.switchboard.connector.email.EmailWebhooks} (posts) and
 * {@link io.switchboard.connector.email.EmailMailbox} (SMTP, IMAP) hand the same bytes to
 * {@link io.switchboard.connector.email.MailTranslator}. A post is raw MIME or comes from SendGrid, Mailgun or Postmark, each an
 * {@code InboundHook} chosen by the connection's settings: it tells who is believed and unwraps the mail. Where a platform cut the mail
 * into pieces ({@code SendGridPost}, {@code MailgunPost}, {@code PostmarkPost}, with {@code Form} and {@code PostedJson}),
 * {@code MailAssembly} writes it anew, so that from there on all are mails.
 *
 * <p>{@code MailTranslator} reads in layers, each of which takes anything and throws nothing:
 *
 * <ol>
 *   <li><b>structure</b>: {@code MimeReader} with {@code HeaderReader}, {@code Multipart}, {@code TransferDecoding}; ranges of bytes,
 *       nothing copied;
 *   <li><b>values</b>: {@code HeaderText}, {@code EncodedWords}, {@code ParameterizedValue}, {@code AddressList},
 *       {@code MessageIds}, {@code MailDate}, {@code Charsets};
 *   <li><b>content</b>: {@code ContentReader} with {@code TextReader}, {@code Html}, {@code CalendarText}, {@code AttachmentReader};
 *   <li><b>meaning</b>: {@code Correspondents}, {@code Threading}, {@code MailTraits}, {@code Bounce}, {@code ReplyRoute}.
 * </ol>
 *
 * <p>What had to be repaired or cut on the way is collected in {@code Repairs} and shown with the message.
 *
 * <p>Out: {@code EmailSender} submits what {@code MailComposer} writes, under a Message-ID made of our own message id.
 */
@NullMarked
package io.switchboard.connector.email;

import org.jspecify.annotations.NullMarked;
