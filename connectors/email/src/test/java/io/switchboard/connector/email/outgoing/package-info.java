/** Proof of the mails that are sent. */
@NullMarked
package io.switchboard.connector.email.outgoing;

import org.jspecify.annotations.NullMarked;
