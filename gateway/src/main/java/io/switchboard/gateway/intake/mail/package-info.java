/**
 * The mail edge: an SMTP receiver, and mailboxes polled over IMAP. Raw bytes in, journal, then the acknowledgement.
 *
 * <p><b>SMTP.</b> Accepts mail for addresses that are the account of a connection, plus-addresses included, and answers 250
 * only when every addressed connection's delivery is in the journal; otherwise 451, and the sender keeps the mail. A sender
 * that is answered 451 after one of two connections had its delivery sends that one again: deliveries may repeat, events do not.
 *
 * <p><b>IMAP.</b> One Camel route per connection that names a mailbox, all from one template. A mail is marked seen only after
 * it is in the journal; nothing is ever moved, deleted or expunged. What somebody else marked seen before we looked is not
 * fetched. A watcher per mailbox listens with IDLE (RFC 2177) and wakes the poll; the interval is the fallback. A mail beyond
 * the size limit is flagged for its owner, counted and passed over, the mailbox's form of 552. Run mailboxes in one process of
 * a cluster: a second poller does no harm but appends every mail twice.
 *
 * <p>Which connections these are is looked up while running: they come, change and go without a restart. A mailbox that cannot
 * be read shows in the log when that begins and ends, and as {@code switchboard.mailbox.up} 0.
 */
@NullMarked
package io.switchboard.gateway.intake.mail;

import org.jspecify.annotations.NullMarked;
