/** Proves the mail edge in real SMTP and IMAP sessions; only the journal is a fake. */
@NullMarked
package io.switchboard.gateway.intake.mail;

import org.jspecify.annotations.NullMarked;
