/**
 * The mail world around the merchant: {@link io.switchboard.sandbox.platforms.mail.MailWorld} holds everybody's mailboxes
 * (GreenMail: SMTP and IMAP), {@link io.switchboard.sandbox.platforms.mail.MailCustomer} writes, reads and answers as a mail
 * program does, {@link io.switchboard.sandbox.platforms.mail.SmtpDoor} stands before the mail server and breaks off where
 * networks do, and {@link io.switchboard.sandbox.platforms.mail.MailHookCaller} posts raw messages to a webhook.
 *
 * <p>Written from RFC 5321 (SMTP), RFC 5322 (messages), RFC 3501 (IMAP); the README of this module says what is left out.
 */
@NullMarked
package io.switchboard.sandbox.platforms.mail;

import org.jspecify.annotations.NullMarked;
