/**
 * The mail edge: an SMTP receiver, and mailboxes polled over IMAP. Raw bytes in, journal, then the acknowledgement.
 *
 * <p><b>SMTP.</b> Accepts mail for addresses that are the account of a connection, plus-addresses included, and answers 250
 * only when every addressed connection's delivery is in the journal; otherwise 451, and the sender keeps the mail. A sender
 * that is answered 451 after one of two connections had its delivery sends that one again: deliveries may repeat, events do not. STARTTLS
 * (RFC 3207) is offered when {@code switchboard.intake.smtp.ssl-bundle} names a certificate. A mail ends with CRLF.CRLF and nothing else. Who
 * sends too slowly, too much or to too many is told so; nothing is relayed.
 *
 * <p><b>IMAP.</b> One Camel route per connection that names a mailbox, all from one template; behind it one connection and one virtual
 * thread, which reads what is new and then listens with IDLE (RFC 2177), or asks now and then where a server cannot announce. Which
 * mails are new is not asked of the flags, which belong to the mailbox's owner, but of a cursor in PostgreSQL: UIDVALIDITY and the
 * highest UID that is in the journal. It moves after the journal took the mails, so that an absence of any length costs nothing and a crash
 * at most one page of mails appended twice, which the flow drops. A mailbox begins at the moment it is connected; what was there before is
 * for an import. A server that numbers its mails anew is believed in their times of arrival: from a margin before the last look on, everything
 * is read again. Nothing is marked, moved, deleted or expunged, unless {@code imap_mark_seen} asks for the first. A mail beyond the size limit comes
 * as its beginning, with its size in the header {@code mail-size}. A mailbox is read by one process
 * of a cluster, by turns in PostgreSQL; when that one is not heard of any more, another goes on from the cursor, which the former one
 * can then no longer move.
 *
 * <p>Which connections these are is looked up while running: they come, change and go without a restart. A mailbox that cannot
 * be read shows in the log when that begins and ends, and as {@code switchboard.mailbox.up} 0.
 */
@NullMarked
package io.switchboard.gateway.intake.mail;

import org.jspecify.annotations.NullMarked;
