/**
 * E-mail in and out.
 *
 * <p>In: {@code EmailWebhooks} (posts) and {@code EmailMailbox} (SMTP, IMAP) hand the same bytes to {@code MailTranslator}. It reads in
 * layers, each of which takes anything, throws nothing and knows only those above it in this list:
 *
 * <ol>
 *   <li>{@code bytes}: ranges and encodings; {@code text}: charsets; {@code tnef}: Outlook's packages;
 *   <li>{@code mime}: the structure of the mail and the values of its header;
 *   <li>{@code content}: what a person sees of it, and by {@code quotation} what of that was written this time;
 *   <li>{@code account} and {@code thread}: what is ours, and by what mails know each other;
 *   <li>{@code automatic}: what no person wrote;
 *   <li>{@code incoming}: what it means, as a message;
 *   <li>{@code posted}: how it is taken out of what SendGrid, Mailgun or Postmark post.
 * </ol>
 *
 * <p>What had to be repaired or cut on the way is collected in {@code Repairs} and shown with the message.
 *
 * <p>Out: {@code outgoing}.
 */
@NullMarked
package io.switchboard.connector.email;

import org.jspecify.annotations.NullMarked;
