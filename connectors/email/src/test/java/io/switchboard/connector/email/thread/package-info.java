/** Proof of how mails know each other. */
@NullMarked
package io.switchboard.connector.email.thread;

import org.jspecify.annotations.NullMarked;
