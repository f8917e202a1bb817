/** Proof of what a mail means. */
@NullMarked
package io.switchboard.connector.email.incoming;

import org.jspecify.annotations.NullMarked;
