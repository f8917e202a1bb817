/**
 * E-mail in and out.
 *
 * <p>In: {@link io.switchboard.connector.email.EmailWebhooks} (raw MIME hook) and
 * {@link io.switchboard.connector.email.EmailMailbox} (SMTP, IMAP) hand the same bytes to
 * {@link io.switchboard.connector.email.MailTranslator}. It reads in layers, each of which takes anything and throws nothing:
 *
 * <ol>
 *   <li><b>structure</b>: {@code MimeReader} with {@code HeaderReader}, {@code Multipart}, {@code TransferDecoding}; ranges of bytes,
 *       nothing copied;
 *   <li><b>values</b>: {@code HeaderText}, {@code EncodedWords}, {@code ParameterizedValue}, {@code AddressList},
 *       {@code MessageIds}, {@code MailDate}, {@code CharsetReading};
 *   <li><b>content</b>: {@code ContentReader} with {@code TextReader}, {@code Html}, {@code CalendarText}, {@code AttachmentReader};
 *   <li><b>meaning</b>: {@code Correspondents}, {@code Threading}, {@code MailTraits}, {@code Bounce}, {@code ReplyRoute}.
 * </ol>
 *
 * <p>What stands within a part without being one of its own is found by {@code TnefPart} (over {@code TnefMessage} and
 * {@code RtfText}), {@code UuencodedFiles} and {@code SignedData}, and hangs in the tree as {@code Entity.enclosed}, under a path by
 * which it can be fetched. {@code Encoded} is how its bytes are got at without decoding more than asked for.
 *
 * <p>What had to be repaired or cut on the way is collected in {@code Repairs} and shown with the message.
 *
 * <p>Out: {@code EmailSender} submits what {@code MailComposer} writes, under a Message-ID made of our own message id.
 */
@NullMarked
package io.switchboard.connector.email;

import org.jspecify.annotations.NullMarked;
